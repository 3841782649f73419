package dev.tokenport.service;

import dev.tokenport.http.Response;
import dev.tokenport.jose.DpopProofs;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service says of the token it was sent (RFC 6750 §3, RFC 9449 §7.1).
 *
 * @param status the status of its answer
 * @param bearer whether there is a challenge of the scheme {@code Bearer}
 * @param dpop whether there is one of the scheme {@code DPoP}
 * @param error the error code, empty if there is none
 * @param description what is said of the error, empty if nothing
 */
record Challenge(int status, boolean bearer, boolean dpop, String error, String description) {

    private static final Pattern BEARER = Pattern.compile("(?i)(?:^|,)\\s*Bearer(?:\\s|,|$)");
    private static final Pattern DPOP = Pattern.compile("(?i)(?:^|,)\\s*DPoP(?:\\s|,|$)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?i)\\b(error|error_description)\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s,\"]++))");

    static Challenge of(Response response) {
        String text = String.join(", ", response.headers().all("WWW-Authenticate"));
        Matcher dpop = DPOP.matcher(text);
        boolean isDpop = dpop.find();
        // Of several schemes that name an error, the one that is said of a proof says more.
        String of = isDpop && attribute(text.substring(dpop.end()), "error").isPresent()
                ? text.substring(dpop.end())
                : text;
        return new Challenge(
                response.status(),
                BEARER.matcher(text).find(),
                isDpop,
                attribute(of, "error").orElse(""),
                attribute(of, "error_description").orElse(""));
    }

    /** Whether the token that was sent is what is wrong (RFC 6750 §3.1): it is said, or nothing else is. */
    boolean ofToken() {
        return status == 401 && (error.equals("invalid_token") || ((bearer || dpop) && error.isEmpty()));
    }

    /** Whether all that is wrong is the nonce in the proof. */
    boolean useNonce() {
        return status == 401 && dpop && error.equals(DpopProofs.USE_NONCE);
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
}
