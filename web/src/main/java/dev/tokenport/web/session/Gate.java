package dev.tokenport.web.session;

import dev.tokenport.web.site.Assets;
import dev.tokenport.web.site.Pages;
import dev.tokenport.web.site.Topic;
import dev.tokenport.web.site.Visit;
import gg.jte.generated.web.JtewelcomeGenerated;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each request has to pass before a page answers it. Thread-safe. */
public final class Gate implements Topic {

    private static final String NO_SESSION =
            "this browser has no session here, or it has ended: open the address that 'tokenport serve' printed";

    private final RandomToken start;
    private final Sessions sessions;
    private final Pages pages;

    /**
     * A gate.
     *
     * @param start whoever knows it begins a session
     */
    public Gate(RandomToken start, Sessions sessions, Pages pages) {
        this.start = start;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.before(this::check);
        routes.post("/session/end", this::end);
        routes.get(
                "/session/token",
                context -> context.result(Visit.of(context).orElseThrow().csrf()));
    }

    private void check(Context context) {
        Origins.checkHost(context);
        if (isStart(context)) {
            begin(context);
            return;
        }
        if (Origins.isFromElsewhere(context)) {
            throw new ForbiddenResponse("another site has asked for this page, and may not");
        }
        if (!context.path().startsWith(Assets.ROOT)) {
            Session session =
                    sessions.find(context.cookie(cookie(context))).orElseThrow(() -> new ForbiddenResponse(NO_SESSION));
            if (!Origins.isSafe(context)) {
                checkChange(context, session);
            }
            session.use();
            session.accompany(context);
        }
    }

    private static void checkChange(Context context, Session session) {
        Origins.checkOrigin(context);
        Origins.checkLength(context);
        @Nullable String header = context.header(Visit.HEADER);
        String token = Objects.requireNonNullElseGet(
                header, () -> Objects.requireNonNullElse(context.formParam(Visit.FIELD), ""));
        if (!session.isOurs(token)) {
            throw new ForbiddenResponse("the page is of a session that has ended; load it again");
        }
    }

    private static boolean isStart(Context context) {
        return context.req().getMethod().equals("GET")
                && context.path().equals("/")
                && context.queryParam("start") != null;
    }

    private void begin(Context context) {
        if (!start.matches(context.queryParam("start"))) {
            throw new ForbiddenResponse(
                    "this address begins no session: open the one that 'tokenport serve' printed last");
        }
        context.header("Referrer-Policy", "no-referrer");
        if (sessions.find(context.cookie(cookie(context))).isEmpty()) {
            var cookie = new Cookie(cookie(context), sessions.begin());
            cookie.setHttpOnly(true);
            cookie.setSameSite(SameSite.STRICT);
            cookie.setPath("/");
            context.cookie(cookie);
        }
        if (Origins.isFromElsewhere(context)) {
            // A redirect would still count as the other site's request, without the cookie.
            pages.show(context, output -> JtewelcomeGenerated.render(output, null));
        } else {
            context.redirect("/", HttpStatus.SEE_OTHER);
            context.result("");
        }
        context.skipRemainingHandlers();
    }

    private void end(Context context) {
        sessions.find(context.cookie(cookie(context))).ifPresent(sessions::end);
        context.removeCookie(cookie(context), "/");
        context.attribute(Visit.class.getName(), null);
        pages.refuse(
                context,
                HttpStatus.OK.getCode(),
                "The session has ended",
                "open the address that 'tokenport serve' printed to begin another; Ctrl-C there ends the server");
    }

    /** Cookies are shared by all ports of a host. */
    private static String cookie(Context context) {
        return "tokenport-" + context.req().getLocalPort();
    }
}
