package dev.tokenport.jose;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an assertion says (RFC 7523 §3); {@code iat}, {@code exp} and {@code jti} are added when it is signed. Immutable.
 *
 * @param issuer who says it
 * @param subject of whom
 * @param audience to whom
 * @param lifetime how long it holds
 * @param others further claims, texts only
 */
public record JwtClaims(String issuer, String subject, String audience, Duration lifetime, Map<String, String> others) {

    /** Copies the map. */
    public JwtClaims {
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(audience);
        Objects.requireNonNull(lifetime);
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }
}
