package dev.tokenport.oauth2;

import dev.tokenport.jose.JwtClaims;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Someone whom the server trusts says for whom the token is (RFC 7523 §2.1). */
public sealed interface JwtBearer extends Grant {

    @Override
    default String type() {
        return "urn:ietf:params:oauth:grant-type:jwt-bearer";
    }

    @Override
    default boolean needsClientAuthentication() {
        return false;
    }

    @Override
    default boolean needsClientId() {
        return false;
    }

    @Override
    default boolean isRenewable() {
        return true;
    }

    /**
     * The assertion was made elsewhere (RFC 7523 §2.1).
     *
     * @param assertion the JWT
     */
    record Given(Secret assertion) implements JwtBearer {

        /** Checks that it is there. */
        public Given {
            Objects.requireNonNull(assertion);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("assertion", TokenOption.ASSERTION, assertion, Visibility.CONFIDENTIAL));
        }
    }

    /**
     * The assertion is made here, anew for each request (RFC 7523 §2.1).
     *
     * @param key the key that the server knows the issuer by
     * @param claims what it says; an empty audience stands for the server that is asked
     */
    record Made(SigningKey key, JwtClaims claims) implements JwtBearer {

        /** Checks that both are there. */
        public Made {
            Objects.requireNonNull(key);
            Objects.requireNonNull(claims);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Optional<SigningKey> signingKey() {
            return Optional.of(key);
        }
    }
}
