package dev.tokenport.oauth2;

import dev.tokenport.jose.SigningKey;
import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** On whose behalf, and by what proof, a token is asked for (RFC 6749 §1.3). Immutable. */
public sealed interface Grant
        permits Grant.ClientCredentials,
                Grant.Password,
                Grant.RefreshToken,
                Grant.DeviceCode,
                JwtBearer,
                TokenExchangeGrant {

    /** The value of {@code grant_type}. */
    String type();

    /** The form parameters that belong to this grant alone, {@code grant_type} aside, in order; all are mandatory. */
    List<Parameter> parameters();

    /** Whether only a client that authenticates may use this grant. */
    boolean needsClientAuthentication();

    /** Whether the client has to say who it is; where not, the grant itself may tell it (RFC 7521 §4.1, RFC 8693 §2.1). */
    default boolean needsClientId() {
        return true;
    }

    /** Whether a refresh token that comes with the token takes the place of this grant; never for a client alone (RFC 6749 §4.4.3). */
    default boolean isRenewable() {
        return false;
    }

    /** The key that signs the assertion which is the grant, if it is made here. */
    default Optional<SigningKey> signingKey() {
        return Optional.empty();
    }

    /** What speaks against using this grant; nothing by default. */
    default List<String> warnings() {
        return List.of();
    }

    /**
     * A form parameter of a grant.
     *
     * @param name its name in the form
     * @param option the option it is set with
     * @param value its value
     * @param visibility whether the value may be shown
     */
    record Parameter(String name, TokenOption option, Secret value, Visibility visibility) {}

    /** Whether a value may be shown. */
    enum Visibility {
        /** It may. */
        PLAIN,
        /** It may not: it proves something. */
        CONFIDENTIAL
    }

    /** The client acts for itself (RFC 6749 §4.4). */
    record ClientCredentials() implements Grant {

        @Override
        public String type() {
            return "client_credentials";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public boolean needsClientAuthentication() {
            return true;
        }
    }

    /**
     * The client acts for a user whose password it knows (RFC 6749 §4.3).
     *
     * @param userName the user; blanks are data
     * @param password the user's password; blanks are data
     */
    record Password(String userName, Secret password) implements Grant {

        private static final String WARNING =
                "the password grant hands the user's password to this client; RFC 9700 §2.4 forbids it for new systems";

        /** Checks that both are there. */
        public Password {
            Objects.requireNonNull(userName);
            Objects.requireNonNull(password);
        }

        @Override
        public String type() {
            return "password";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter("username", TokenOption.USER_NAME, Secret.of(userName), Visibility.PLAIN),
                    new Parameter("password", TokenOption.PASSWORD, password, Visibility.CONFIDENTIAL));
        }

        @Override
        public boolean needsClientAuthentication() {
            return false;
        }

        @Override
        public boolean isRenewable() {
            return true;
        }

        @Override
        public List<String> warnings() {
            return List.of(WARNING);
        }
    }

    /**
     * A token was given before, together with this one for its renewal (RFC 6749 §6). Where the server replaces it, the
     * next one is used in its place.
     *
     * @param refreshToken the refresh token; may be empty where there is a file
     * @param file where the refresh token is kept for the next time; what stands in it comes before the one given
     */
    record RefreshToken(Secret refreshToken, Optional<RefreshTokenFile> file) implements Grant {

        /** Checks that both are there. */
        public RefreshToken {
            Objects.requireNonNull(refreshToken);
            Objects.requireNonNull(file);
        }

        /** A refresh token whose successors live as long as those who use them. */
        public RefreshToken(Secret refreshToken) {
            this(refreshToken, Optional.empty());
        }

        @Override
        public String type() {
            return "refresh_token";
        }

        @Override
        public List<Parameter> parameters() {
            return file.isPresent()
                    ? List.of()
                    : List.of(new Parameter(
                            "refresh_token", TokenOption.REFRESH_TOKEN, refreshToken, Visibility.CONFIDENTIAL));
        }

        @Override
        public boolean needsClientAuthentication() {
            return false;
        }
    }

    /**
     * A person has allowed it on another device (RFC 8628 §3.4).
     *
     * @param deviceCode the code that the server gave for it
     */
    record DeviceCode(Secret deviceCode) implements Grant {

        /** Checks that it is there. */
        public DeviceCode {
            Objects.requireNonNull(deviceCode);
        }

        @Override
        public String type() {
            return "urn:ietf:params:oauth:grant-type:device_code";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("device_code", TokenOption.DEVICE_CODE, deviceCode, Visibility.CONFIDENTIAL));
        }

        @Override
        public boolean needsClientAuthentication() {
            return false;
        }
    }
}
