package dev.tokenport.service;

import dev.tokenport.http.Response;
import dev.tokenport.http.UrlReference;
import dev.tokenport.http.Urls;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that leads to another URL (RFC 9110 §15.4).
 *
 * @param status its status
 * @param target where it leads, absolute and without a fragment
 */
record Redirect(int status, URI target) {

    private static final Set<Integer> FOLLOWED = Set.of(301, 302, 303, 307, 308);
    private static final int SEE_OTHER = 303;

    /** The redirect that an answer is, empty if it is none that leads anywhere. */
    static Optional<Redirect> of(Response response, URI from) {
        return FOLLOWED.contains(response.status())
                ? location(response, from).map(target -> new Redirect(response.status(), target))
                : Optional.empty();
    }

    /**
     * The method with which it is followed, empty if it is not: GET and HEAD stay what they are; after any other one, only a
     * 303 is followed, with GET, since it says that the request was processed and its result is elsewhere.
     */
    Optional<String> method(String original) {
        if (original.equals("GET") || original.equals("HEAD")) {
            return Optional.of(original);
        }
        return status == SEE_OTHER ? Optional.of("GET") : Optional.empty();
    }

    /** Where an answer points, for people: never more than an origin. */
    static String shown(Response response, URI from) {
        if (!response.headers().contains("Location")) {
            return "it points nowhere";
        }
        return "it points to " + location(response, from).map(Urls::origin).orElse("something that is not a URL");
    }

    private static Optional<URI> location(Response response, URI from) {
        return response.headers().first("Location").flatMap(value -> UrlReference.inHeader(from, value));
    }
}
