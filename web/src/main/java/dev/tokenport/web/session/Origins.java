package dev.tokenport.web.session;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.MisdirectedRequestResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From which pages requests may come: from this server's own. What a request says of that is written by the browser, and a
 * foreign page cannot change it. Thread-safe.
 */
final class Origins {

    private static final List<String> SAFE_METHODS = List.of("GET", "HEAD");

    private Origins() {}

    /**
     * Refuses what was asked of another name, although it came here: a name of a foreign site may lead to this machine (DNS
     * rebinding), and its pages would count as ours.
     */
    static void checkHost(Context context) {
        int port = context.req().getLocalPort();
        List<String> names = List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        if (!names.contains(String.valueOf(context.header("Host")))) {
            throw new MisdirectedRequestResponse("this server answers at " + names.get(0) + " only");
        }
    }

    /** Whether the browser says that the request comes from another site. Old browsers do not say. */
    static boolean isFromElsewhere(Context context) {
        @Nullable String site = context.header("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** Whether a request only reads. */
    static boolean isSafe(Context context) {
        return SAFE_METHODS.contains(context.req().getMethod());
    }

    /** Refuses to change something for a page that is not of this server. */
    static void checkOrigin(Context context) {
        String ours = "http://" + context.header("Host");
        if (!Objects.equals(context.header("Origin"), ours)) {
            throw new ForbiddenResponse("only pages of " + ours + " may change something here");
        }
    }

    /** Refuses what would be read without knowing how much it is. */
    static void checkLength(Context context) {
        if (context.header("Transfer-Encoding") != null) {
            throw new io.javalin.http.HttpResponseException(
                    HttpStatus.LENGTH_REQUIRED.getCode(), "say how long the request is: Content-Length is missing");
        }
    }
}
