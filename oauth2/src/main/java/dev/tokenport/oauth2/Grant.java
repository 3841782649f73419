package dev.tokenport.oauth2;

import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Objects;

/** On whose behalf, and by what proof, a token is asked for (RFC 6749 §1.3). Immutable. */
public sealed interface Grant {

    /** The value of {@code grant_type}. */
    String type();

    /** The form parameters that belong to this grant alone, {@code grant_type} aside, in order; all are mandatory. */
    List<Parameter> parameters();

    /** Whether only a client that authenticates may use this grant. */
    boolean needsClientSecret();

    /** What speaks against using this grant. */
    List<String> warnings();

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
        public boolean needsClientSecret() {
            return true;
        }

        @Override
        public List<String> warnings() {
            return List.of();
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
        public boolean needsClientSecret() {
            return false;
        }

        @Override
        public List<String> warnings() {
            return List.of(WARNING);
        }
    }
}
