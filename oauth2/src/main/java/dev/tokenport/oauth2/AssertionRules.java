package dev.tokenport.oauth2;

import java.util.List;
import java.util.stream.Stream;

/** The rules for what a client signs itself, before any key is read. */
final class AssertionRules {

    private AssertionRules() {}

    static List<ConfigurationFault> faults(TokenRequestBuilder request, ClientAuthenticationMethod method) {
        return Stream.of(audienceFaults(request, method), secretFaults(request, method), keyFaults(request, method))
                .flatMap(faults -> faults)
                .toList();
    }

    private static Stream<ConfigurationFault> audienceFaults(
            TokenRequestBuilder request, ClientAuthenticationMethod method) {
        boolean unknown = method.sendsAssertion()
                && request.assertionAudience == AssertionAudience.ISSUER
                && request.server.issuer().isEmpty();
        return unknown
                ? Stream.of(new ConfigurationFault(
                        TokenOption.ASSERTION_AUDIENCE, "'issuer' needs an issuer identifier, and there is none"))
                : Stream.empty();
    }

    private static Stream<ConfigurationFault> secretFaults(
            TokenRequestBuilder request, ClientAuthenticationMethod method) {
        return Stream.ofNullable(request.secretAlgorithm)
                .filter(algorithm -> method == ClientAuthenticationMethod.CLIENT_SECRET_JWT && !algorithm.takesSecret())
                .map(algorithm -> new ConfigurationFault(
                        TokenOption.KEY_ALGORITHM,
                        "'" + algorithm + "' signs with a private key; " + method + " needs HS256, HS384 or HS512"));
    }

    private static Stream<ConfigurationFault> keyFaults(
            TokenRequestBuilder request, ClientAuthenticationMethod method) {
        var own = method == ClientAuthenticationMethod.PRIVATE_KEY_JWT ? request.signingKey : null;
        return Stream.concat(Stream.ofNullable(own), request.grant.signingKey().stream())
                .flatMap(key -> key.algorithm().stream())
                .filter(algorithm -> algorithm.takesSecret())
                .distinct()
                .map(algorithm -> new ConfigurationFault(
                        TokenOption.KEY_ALGORITHM,
                        "'" + algorithm + "' takes a secret; a private key signs with RS256 to RS512, PS256 to PS512,"
                                + " ES256 to ES512 or EdDSA"));
    }
}
