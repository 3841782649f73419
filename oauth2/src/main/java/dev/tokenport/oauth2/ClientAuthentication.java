package dev.tokenport.oauth2;

import static dev.tokenport.oauth2.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static dev.tokenport.oauth2.ClientAuthenticationMethod.NONE;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which client authentication fits which request. */
final class ClientAuthentication {

    /** Whether there is a client secret. */
    enum ClientSecret {
        GIVEN,
        ABSENT
    }

    private ClientAuthentication() {}

    static ClientAuthenticationMethod effective(@Nullable ClientAuthenticationMethod asked, ClientSecret secret) {
        if (asked != null) {
            return asked;
        }
        return secret == ClientSecret.GIVEN ? CLIENT_SECRET_BASIC : NONE;
    }

    static Optional<ConfigurationFault> fault(
            @Nullable ClientAuthenticationMethod asked, Grant grant, ClientSecret secret) {
        if (grant.needsClientSecret() && secret == ClientSecret.ABSENT) {
            return Optional.of(new ConfigurationFault(TokenOption.CLIENT_SECRET, "is missing"));
        }
        if (grant.needsClientSecret() && asked == NONE) {
            return Optional.of(new ConfigurationFault(
                    TokenOption.CLIENT_AUTHENTICATION,
                    "'none' does not fit the grant " + grant.type()
                            + ": only a client that authenticates may use it (RFC 6749 §4.4)"));
        }
        if (asked != null && asked != NONE && secret == ClientSecret.ABSENT) {
            return Optional.of(new ConfigurationFault(
                    TokenOption.CLIENT_AUTHENTICATION, "'" + asked + "' needs a client secret, and there is none"));
        }
        return Optional.empty();
    }
}
