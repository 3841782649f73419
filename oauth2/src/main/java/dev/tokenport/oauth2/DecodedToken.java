package dev.tokenport.oauth2;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What a JWT says of itself (RFC 7519), as one JSON object for people and programs: {@code header}, {@code claims},
 * {@code times} with {@code iat}, {@code nbf} and {@code exp} as dates, and {@code verified}, which is always false: no
 * signature is checked, and none is shown. Of an encrypted one only the header can be read; a nested one stands under
 * {@code nested}. Immutable.
 *
 * @param json the object, indented, without a line end after it
 */
public record DecodedToken(String json) {

    private static final List<String> TIMES = List.of("iat", "nbf", "exp");
    private static final int DEEPEST = 8;

    /**
     * Decodes a token.
     *
     * @throws IllegalArgumentException if it is no JWT; the message goes behind a name for the token, and has nothing of it
     */
    public static DecodedToken of(String token) {
        return new DecodedToken(PrettyJson.of(object(token, DEEPEST)));
    }

    private static String object(String token, int levels) {
        JwtParts parts = JwtParts.of(token)
                .filter(any -> levels > 0)
                .orElseThrow(() -> new IllegalArgumentException(
                        "is not a JWT: it is opaque, and only the authorization server knows what it says"));
        AnswerBody header = parts.header();
        header.fault().ifPresent(fault -> {
            throw new IllegalArgumentException("has the parts of a JWT, but its header " + fault);
        });
        var members = new StringJoiner(",", "{", "}");
        members.add("\"header\":" + header.text());
        if (parts.isEncrypted()) {
            members.add("\"encrypted\":true");
        } else if (isNested(header)) {
            members.add("\"nested\":" + object(parts.nested().orElse(""), levels - 1));
        } else {
            addClaims(members, parts.claims());
        }
        return members.add("\"verified\":false").toString();
    }

    private static boolean isNested(AnswerBody header) {
        return header.textOf("cty").filter(type -> type.equalsIgnoreCase("JWT")).isPresent();
    }

    private static void addClaims(StringJoiner members, AnswerBody claims) {
        if (claims.fault().isPresent()) {
            String fault = claims.fault().get().replaceFirst("^is ", "are ").replaceFirst("^has ", "have ");
            throw new IllegalArgumentException("has the header of a JWT, but its claims " + fault);
        }
        members.add("\"claims\":" + claims.text());
        var times = new ArrayList<String>();
        for (String name : TIMES) {
            time(claims, name).ifPresent(time -> times.add("\"" + name + "\":\"" + time + "\""));
        }
        if (!times.isEmpty()) {
            members.add("\"times\":{" + String.join(",", times) + "}");
        }
    }

    private static Optional<Instant> time(AnswerBody claims, String name) {
        Optional<Duration> since = Lifetime.sinceEpoch(claims, name);
        return since.map(Instant.EPOCH::plus).map(time -> time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** No claim: they may be confidential. */
    @Override
    public String toString() {
        return "DecodedToken";
    }
}
