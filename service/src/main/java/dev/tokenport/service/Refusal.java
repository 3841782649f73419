package dev.tokenport.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.http.Response;
import dev.tokenport.secret.Redactor;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer that is not a success.
 *
 * @param status its status
 * @param error the error code of its challenge (RFC 6750 §3), empty if there is none
 * @param bearer whether it has a challenge of the scheme {@code Bearer}
 * @param explanation what may be shown of it, to be put behind the status
 */
record Refusal(int status, String error, boolean bearer, String explanation) {

    private static final int SHOWN = 200;
    private static final int READ = 16_384;
    private static final Pattern BEARER = Pattern.compile("(?i)(?:^|,)\\s*Bearer(?:\\s|,|$)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?i)\\b(error|error_description)\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s,\"]++))");

    /** Reads such an answer, as far as it is shown. */
    static Refusal of(Response response, URI url, Redactor redactor) throws IOException {
        int status = response.status();
        if (status >= 300 && status < 400) {
            return new Refusal(status, "", false, ": redirects are not followed; " + Redirect.shown(response, url));
        }
        String challenge = String.join(", ", response.headers().all("WWW-Authenticate"));
        String error = attribute(challenge, "error").orElse("");
        String named = error.isEmpty()
                ? ""
                : attribute(challenge, "error_description")
                        .map(description -> error + ": " + description)
                        .orElse(error);
        String snippet = snippet(new String(response.body().readNBytes(READ), UTF_8), redactor);
        Leftovers.drain(response);
        return new Refusal(
                status,
                error,
                BEARER.matcher(challenge).find(),
                (named.isEmpty() ? "" : " (" + snippet(named, redactor) + ")")
                        + (snippet.isEmpty() ? "" : ": " + snippet));
    }

    /** Whether the token that was sent is what is wrong (RFC 6750 §3.1): it is said, or nothing else is. */
    boolean ofToken() {
        return status == 401 && (error.equals("invalid_token") || (bearer && error.isEmpty()));
    }

    private static Optional<String> attribute(String challenge, String name) {
        Matcher matcher = ATTRIBUTE.matcher(challenge);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                String quoted = matcher.group(2);
                return Optional.of(quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            }
        }
        return Optional.empty();
    }

    /** Redacted once more at the end: white space of several kinds may have stood where a secret has a blank. */
    private static String snippet(String text, Redactor redactor) {
        return redactor.redact(neutral(redactor.redact(text)), SHOWN);
    }

    /** One line, in which nothing moves a terminal's cursor or turns the text round. */
    private static String neutral(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }
}
