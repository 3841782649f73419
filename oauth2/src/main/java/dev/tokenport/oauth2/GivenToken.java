package dev.tokenport.oauth2;

import dev.tokenport.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/** An access token that was fetched elsewhere: nothing is known of it but itself. Prints nothing of the token. Immutable. */
public final class GivenToken {

    /** The type that such a token is taken to be of (RFC 6750). */
    public static final String TYPE = "Bearer";

    private final Secret value;
    private final Optional<Instant> expiresAt;

    private GivenToken(Secret value, Optional<Instant> expiresAt) {
        this.value = value;
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
        return new GivenToken(Secret.of(token), Lifetime.expiry(token).map(Instant.EPOCH::plus));
    }

    /** The token itself. */
    public Secret value() {
        return value;
    }

    /** The whole value of an {@code Authorization} header: {@code Bearer …} (RFC 6750 §2.1). */
    public Secret authorization() {
        return Secret.of(TYPE + " " + value.reveal());
    }

    /** When it expires by its own word, if it is a JWT with an {@code exp}; nobody has verified it. */
    public Optional<Instant> expiresAt() {
        return expiresAt;
    }

    @Override
    public String toString() {
        return "GivenToken[" + TYPE + "]";
    }
}
