package dev.tokenport.http;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a body is compressed (RFC 9110 §8.4). */
enum ContentEncoding {
    IDENTITY,
    GZIP,
    OTHER;

    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9.+-]{1,40}(, ?[A-Za-z0-9.+-]{1,40}){0,3}");

    static ContentEncoding of(String header) {
        return switch (header.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            default -> OTHER;
        };
    }

    /**
     * The answer with its body decoded. What the caller has asked for himself he gets as it is.
     *
     * @throws TransportException if it is compressed as nobody has asked for
     */
    static Response decoded(Response answer, Request request, Failures failures) throws IOException {
        if (!answer.headers().contains("Content-Encoding")) {
            return answer;
        }
        String encoding =
                String.join(",", answer.headers().all("Content-Encoding")).strip();
        return switch (of(encoding)) {
            case IDENTITY -> answer;
            case GZIP ->
                new Response(
                        answer.status(),
                        answer.headers().without("Content-Encoding").without("Content-Length"),
                        new GzipBody(answer.body(), failures));
            case OTHER -> {
                if (request.headers().contains(WireRequest.ACCEPT_ENCODING)) {
                    yield answer;
                }
                answer.close();
                throw failures.broken("has " + named(encoding) + ", which was not asked for", null);
            }
        };
    }

    /** What is no name is not shown: of a text that is cut nobody can tell afterwards whether it was a secret. */
    private static String named(String encoding) {
        return NAMES.matcher(encoding).matches()
                ? "the Content-Encoding '" + encoding + "'"
                : "a Content-Encoding that is no name";
    }
}
