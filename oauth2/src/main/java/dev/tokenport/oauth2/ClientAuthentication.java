package dev.tokenport.oauth2;

import static dev.tokenport.oauth2.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static dev.tokenport.oauth2.ClientAuthenticationMethod.NONE;
import static dev.tokenport.oauth2.ClientAuthenticationMethod.PRIVATE_KEY_JWT;
import static dev.tokenport.oauth2.ClientAuthenticationMethod.TLS_CLIENT_AUTH;

import dev.tokenport.oauth2.ClientAuthenticationMethod.Needs;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which client authentication fits which request.
 *
 * @param asked the one asked for
 * @param given what the client has to authenticate with
 */
record ClientAuthentication(@Nullable ClientAuthenticationMethod asked, Set<Needs> given) {

    static ClientAuthentication of(TokenRequestBuilder request) {
        Set<Needs> given = EnumSet.noneOf(Needs.class);
        add(given, Needs.SECRET, !request.clientSecrets.isEmpty());
        add(given, Needs.SIGNING_KEY, request.signingKey != null);
        add(given, Needs.CERTIFICATE, request.clientCertificate != null);
        return new ClientAuthentication(request.clientAuthentication, given);
    }

    static ClientAuthentication of(TokenRequest request, String clientSecret) {
        Set<Needs> given = EnumSet.noneOf(Needs.class);
        add(given, Needs.SECRET, !clientSecret.isEmpty());
        add(given, Needs.SIGNING_KEY, request.signingKey().isPresent());
        add(given, Needs.CERTIFICATE, request.clientCertificate().isPresent());
        return new ClientAuthentication(request.clientAuthentication().orElse(null), given);
    }

    private static void add(Set<Needs> given, Needs what, boolean isGiven) {
        if (isGiven) {
            given.add(what);
        }
    }

    /** Whether a client secret has anything to do with it; one that has not is not read. */
    boolean mayTakeSecret() {
        return asked == null || asked.needs() == Needs.SECRET;
    }

    /** The one asked for, else the one that fits what is given, the secret first. */
    ClientAuthenticationMethod effective() {
        if (asked != null) {
            return asked;
        }
        if (given.contains(Needs.SECRET)) {
            return CLIENT_SECRET_BASIC;
        }
        if (given.contains(Needs.SIGNING_KEY)) {
            return PRIVATE_KEY_JWT;
        }
        return given.contains(Needs.CERTIFICATE) ? TLS_CLIENT_AUTH : NONE;
    }

    Optional<ConfigurationFault> fault(Grant grant) {
        if (grant.needsClientAuthentication() && asked == NONE) {
            return Optional.of(new ConfigurationFault(
                    TokenOption.CLIENT_AUTHENTICATION,
                    "'none' does not fit the grant " + grant.type()
                            + ": only a client that authenticates may use it (RFC 6749 §4.4)"));
        }
        Needs needs = effective().needs();
        if (asked != null && needs != Needs.NOTHING && !given.contains(needs)) {
            return Optional.of(
                    needs == Needs.SECRET && grant.needsClientAuthentication() && given.isEmpty()
                            ? new ConfigurationFault(TokenOption.CLIENT_SECRET, "is missing")
                            : new ConfigurationFault(
                                    TokenOption.CLIENT_AUTHENTICATION,
                                    "'" + asked + "' needs " + words(needs) + ", and there is none"));
        }
        if (grant.needsClientAuthentication() && needs == Needs.NOTHING) {
            return Optional.of(new ConfigurationFault(TokenOption.CLIENT_SECRET, "is missing"));
        }
        return Optional.empty();
    }

    private static String words(Needs needs) {
        return switch (needs) {
            case NOTHING -> "nothing";
            case SECRET -> "a client secret";
            case SIGNING_KEY -> "a private key";
            case CERTIFICATE -> "a certificate with its key";
        };
    }
}
