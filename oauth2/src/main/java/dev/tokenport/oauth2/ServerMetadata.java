package dev.tokenport.oauth2;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an authorization server (RFC 8414 §2). Immutable.
 *
 * @param issuer its issuer identifier, empty if only the token endpoint is known
 * @param tokenEndpoint the token endpoint
 * @param mutualTlsTokenEndpoint the token endpoint for clients that show a certificate, if it is another one (RFC 8705 §5)
 * @param revocationEndpoint where tokens are revoked (RFC 7009)
 * @param deviceAuthorizationEndpoint where the device grant begins (RFC 8628)
 * @param clientAuthenticationMethods the client authentications it offers, empty if it does not say
 * @param grantTypes the grants it offers, empty if it does not say
 */
public record ServerMetadata(
        Optional<String> issuer,
        URI tokenEndpoint,
        Optional<URI> mutualTlsTokenEndpoint,
        Optional<URI> revocationEndpoint,
        Optional<URI> deviceAuthorizationEndpoint,
        List<String> clientAuthenticationMethods,
        List<String> grantTypes) {

    /** Copies the lists. */
    public ServerMetadata {
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(tokenEndpoint);
        Objects.requireNonNull(mutualTlsTokenEndpoint);
        Objects.requireNonNull(revocationEndpoint);
        Objects.requireNonNull(deviceAuthorizationEndpoint);
        clientAuthenticationMethods = List.copyOf(clientAuthenticationMethods);
        grantTypes = List.copyOf(grantTypes);
    }

    /** All that is known of a server by its token endpoint. */
    static ServerMetadata at(URI tokenEndpoint) {
        return new ServerMetadata(
                Optional.empty(),
                tokenEndpoint,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** The same with a token endpoint that is known better. */
    ServerMetadata withTokenEndpoint(URI endpoint) {
        return with(issuer, endpoint, Optional.empty());
    }

    /** The same with an issuer that is known otherwise. */
    ServerMetadata withIssuer(String identifier) {
        return with(Optional.of(identifier), tokenEndpoint, mutualTlsTokenEndpoint);
    }

    /** The same for a client that shows a certificate when it connects. */
    ServerMetadata forMutualTls() {
        return with(issuer, mutualTlsTokenEndpoint.orElse(tokenEndpoint), mutualTlsTokenEndpoint);
    }

    private ServerMetadata with(Optional<String> identifier, URI endpoint, Optional<URI> mutualTls) {
        return new ServerMetadata(
                identifier,
                endpoint,
                mutualTls,
                revocationEndpoint,
                deviceAuthorizationEndpoint,
                clientAuthenticationMethods,
                grantTypes);
    }
}
