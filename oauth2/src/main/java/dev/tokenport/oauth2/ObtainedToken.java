package dev.tokenport.oauth2;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token that can be used, however it was got: asked for, given or kept. Prints nothing of the token. Immutable.
 *
 * @param value the token
 * @param type its type, such as {@code Bearer}
 * @param expiresAt when it expires, empty if that is not known
 * @param lifetime how long it is good for from when it was fetched, empty if it was not
 * @param scopes the scopes that the server named
 * @param warnings what a person should look at
 * @param keyThumbprint the thumbprint of the key that it is bound to (RFC 7638), empty if it is not
 */
public record ObtainedToken(
        Secret value,
        String type,
        Optional<Instant> expiresAt,
        Optional<Duration> lifetime,
        List<String> scopes,
        List<String> warnings,
        Optional<String> keyThumbprint) {

    /** Copies the lists. */
    public ObtainedToken {
        scopes = List.copyOf(scopes);
        warnings = List.copyOf(warnings);
    }

    /** The same with other warnings. */
    public ObtainedToken withWarnings(List<String> others) {
        return new ObtainedToken(value, type, expiresAt, lifetime, scopes, others, keyThumbprint);
    }

    /** One that a server was asked for. */
    public static ObtainedToken of(AccessToken token) {
        return new ObtainedToken(
                token.value(),
                token.tokenType(),
                Optional.of(token.expiresAt()),
                Optional.of(token.lifetime()),
                token.scopes(),
                token.warnings(),
                thumbprint(token.dpopKey()));
    }

    /** One that was fetched elsewhere, with what a person should look at. */
    public static ObtainedToken of(GivenToken token, List<String> warnings) {
        return new ObtainedToken(
                token.value(),
                token.tokenType(),
                token.expiresAt(),
                Optional.empty(),
                List.of(),
                warnings,
                thumbprint(token.dpopKey()));
    }

    // A reference to the method would load the JOSE library for tokens that are not bound, too.
    private static Optional<String> thumbprint(Optional<DpopKey> key) {
        return key.isPresent() ? Optional.of(key.get().thumbprint()) : Optional.empty();
    }
}
