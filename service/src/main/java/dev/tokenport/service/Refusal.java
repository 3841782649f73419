package dev.tokenport.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.http.Response;
import dev.tokenport.secret.Redactor;
import java.io.IOException;
import java.net.URI;

/**
 * An answer that is not a success.
 *
 * @param challenge what it says of the token
 * @param explanation what may be shown of it, to be put behind the status
 */
record Refusal(Challenge challenge, String explanation) {

    private static final int SHOWN = 200;
    private static final int READ = 16_384;

    /**
     * Reads such an answer, as far as it is shown.
     *
     * @param redirects how many redirects would have been followed
     */
    static Refusal of(Response response, URI url, int redirects, Redactor redactor) throws IOException {
        int status = response.status();
        if (status >= 300 && status < 400) {
            String rule = redirects == 0 ? ": redirects are not followed; " : ": ";
            return new Refusal(new Challenge(status, false, false, "", ""), rule + Redirect.shown(response, url));
        }
        Challenge challenge = Challenge.of(response);
        String named = challenge.error().isEmpty() || challenge.description().isEmpty()
                ? challenge.error()
                : challenge.error() + ": " + challenge.description();
        String snippet = snippet(new String(response.body().readNBytes(READ), UTF_8), redactor);
        Leftovers.drain(response);
        return new Refusal(
                challenge,
                (named.isEmpty() ? "" : " (" + snippet(named, redactor) + ")")
                        + (snippet.isEmpty() ? "" : ": " + snippet));
    }

    /** Its status. */
    int status() {
        return challenge.status();
    }

    /** Whether the token that was sent is what is wrong. */
    boolean ofToken() {
        return challenge.ofToken();
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
