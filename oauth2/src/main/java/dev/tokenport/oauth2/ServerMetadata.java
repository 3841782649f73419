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
 * @param revocationEndpoint where tokens are revoked (RFC 7009)
 * @param deviceAuthorizationEndpoint where the device grant begins (RFC 8628)
 * @param clientAuthenticationMethods the client authentications it offers, empty if it does not say
 * @param grantTypes the grants it offers, empty if it does not say
 */
public record ServerMetadata(
        Optional<String> issuer,
        URI tokenEndpoint,
        Optional<URI> revocationEndpoint,
        Optional<URI> deviceAuthorizationEndpoint,
        List<String> clientAuthenticationMethods,
        List<String> grantTypes) {

    /** Copies the lists. */
    public ServerMetadata {
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(tokenEndpoint);
        Objects.requireNonNull(revocationEndpoint);
        Objects.requireNonNull(deviceAuthorizationEndpoint);
        clientAuthenticationMethods = List.copyOf(clientAuthenticationMethods);
        grantTypes = List.copyOf(grantTypes);
    }

    /** All that is known of a server by its token endpoint. */
    static ServerMetadata at(URI tokenEndpoint) {
        return new ServerMetadata(
                Optional.empty(), tokenEndpoint, Optional.empty(), Optional.empty(), List.of(), List.of());
    }
}
