package dev.tokenport.oauth2;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/** An access token that was fetched elsewhere: nothing is known of it but itself. Prints nothing of the token. Immutable. */
public final class GivenToken {

    private final Secret value;
    private final Optional<DpopKey> dpopKey;
    private final Optional<Instant> expiresAt;

    private GivenToken(Secret value, Optional<DpopKey> dpopKey, Optional<Instant> expiresAt) {
        this.value = value;
        this.dpopKey = dpopKey;
        this.expiresAt = expiresAt;
    }

    /**
     * Reads a token.
     *
     * @throws IllegalArgumentException if it cannot be one; the message is what is wrong with it, without the token
     * @throws dev.tokenport.secret.SecretUnavailableException if it cannot be read
     */
    public static GivenToken of(Secret source) {
        String token = source.reveal();
        if (token.isBlank()) {
            throw new IllegalArgumentException("is empty; it must have a value");
        }
        if (token.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            throw new IllegalArgumentException(
                    "has a blank, a line break or another character in it that no token has (RFC 6750 §2.1)");
        }
        return new GivenToken(
                Secret.of(token), Optional.empty(), Lifetime.expiry(token).map(Instant.EPOCH::plus));
    }

    /** The same token, which was bound to this key when it was fetched (RFC 9449). */
    public GivenToken boundTo(DpopKey key) {
        return new GivenToken(value, Optional.of(key), expiresAt);
    }

    /** The token itself. */
    public Secret value() {
        return value;
    }

    /** The type that the token is taken to be of: {@code Bearer}, or {@code DPoP} if it is bound to a key. */
    public String tokenType() {
        return dpopKey.isPresent() ? AccessToken.DPOP : AccessToken.BEARER;
    }

    /** The key that the token is bound to. */
    public Optional<DpopKey> dpopKey() {
        return dpopKey;
    }

    /** The whole value of an {@code Authorization} header: {@code Bearer …} (RFC 6750 §2.1), or {@code DPoP …}. */
    public Secret authorization() {
        return Secret.of(tokenType() + " " + value.reveal());
    }

    /** When it expires by its own word, if it is a JWT with an {@code exp}; nobody has verified it. */
    public Optional<Instant> expiresAt() {
        return expiresAt;
    }

    @Override
    public String toString() {
        return "GivenToken[" + tokenType() + "]";
    }
}
