package dev.tokenport.service;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.http.RequestBody;
import dev.tokenport.http.Urls;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A request, and whether it goes to the origin that its secrets are for. Once it has left that origin, it never carries them
 * again. Immutable.
 *
 * @param request the request without the token; abroad, without headers that may be confidential
 * @param home whether it goes to that origin, so that it gets the token
 */
record Route(Request request, boolean home) {

    /** Header fields that every client sends, and that say nothing of the one who asks. */
    private static final Set<String> COMMON = Set.of("accept", "accept-encoding", "accept-language", "user-agent");

    private static final String CONTENT = "content-";

    /** The way to where a request goes, with secrets that are for {@code home}. */
    static Route of(Request request, URI home, boolean token, KnownOrigin known) throws EntityException {
        var start = new Route(home.equals(request.url()) ? request : request.to(home), true);
        return start.to(request.url(), token, known, () -> request + ": its URL");
    }

    /**
     * The way that a redirect leads.
     *
     * @param token whether there is a token
     * @throws EntityException if it must not be taken
     */
    Route along(Redirect redirect, boolean token, KnownOrigin known) throws EntityException {
        String lead = request + " answered " + redirect.status() + ": the redirect";
        Optional<String> method = redirect.method(request.method());
        if (method.isEmpty()) {
            throw new EntityException(lead + " of a " + request.method()
                    + " is not followed, since that would send its body again; it points to "
                    + Urls.origin(redirect.target()));
        }
        return as(method.get()).to(redirect.target(), token, known, () -> lead);
    }

    private Route as(String method) {
        if (method.equals(request.method())) {
            return this;
        }
        Headers headers = request.headers();
        for (Headers.Field field : request.headers().fields()) {
            headers = name(field).startsWith(CONTENT) ? headers.without(field.name()) : headers;
        }
        return new Route(new Request(method, request.url(), headers, RequestBody.NONE), home);
    }

    private Route to(URI target, boolean token, KnownOrigin known, Supplier<String> lead) throws EntityException {
        if (target.getHost() == null || known.fault(target).isPresent()) {
            throw new EntityException(lead.get() + " leads to something that is not an http(s) URL without user info");
        }
        if (target.equals(request.url())) {
            return this;
        }
        Request next = request.to(target);
        if (Urls.sameOrigin(request.url(), target)) {
            return new Route(next, home);
        }
        Headers common = common(request.headers());
        boolean confidential = (home && token) || !common.equals(request.headers());
        String where = lead.get() + " leads to " + Urls.origin(target) + ", ";
        if (confidential && isPlain(target) && !isPlain(request.url())) {
            throw new EntityException(
                    where + "which is plain http, while the request began with https and has secrets");
        }
        if (request.body().length() > 0) {
            throw new EntityException(where + "another origin, to which the body of the request is not sent");
        }
        return new Route(new Request(next.method(), target, common, RequestBody.NONE), false);
    }

    private static boolean isPlain(URI url) {
        return "http".equalsIgnoreCase(url.getScheme());
    }

    private static Headers common(Headers headers) {
        return new Headers(headers.fields().stream()
                .filter(field -> COMMON.contains(name(field)))
                .toList());
    }

    private static String name(Headers.Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
