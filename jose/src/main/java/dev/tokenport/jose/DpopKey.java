package dev.tokenport.jose;

import dev.tokenport.secret.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The key that tokens are bound to, and that makes the proofs of its possession (RFC 9449). Prints nothing of it. Thread-safe. */
public final class DpopKey {

    private DpopKey() {}

    /** A new key (EC P-256), which lives only here. */
    public static DpopKey generate() {
        return new DpopKey();
    }

    /**
     * A key that was handed over.
     *
     * @param jwk a private JWK, as {@link #secret} gives it
     * @throws IllegalArgumentException if it is no such key; the message may be shown
     */
    public static DpopKey of(Secret jwk) {
        throw new UnsupportedOperationException("key of " + jwk);
    }

    /** The private JWK, to hand it to those who use the token. */
    public Secret secret() {
        throw new UnsupportedOperationException();
    }

    /** The thumbprint of the public key (RFC 7638), which the token is bound to. */
    public String thumbprint() {
        throw new UnsupportedOperationException();
    }

    /**
     * The value of the header {@code DPoP} of one request.
     *
     * @param method the request's method
     * @param url the request's URL; query and fragment do not count
     * @param now when it is issued
     * @param nonce what the server wants to see in it, empty for nothing
     * @param accessToken the token that goes along, empty for a token request
     */
    public String proof(String method, URI url, Instant now, Optional<String> nonce, Optional<String> accessToken) {
        throw new UnsupportedOperationException(method + url + now + nonce.isPresent() + accessToken.isPresent());
    }

    @Override
    public String toString() {
        return Secret.MASK;
    }
}
