package dev.tokenport.oauth2;

import dev.tokenport.http.Urls;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Where tokens are asked for: at a known token endpoint, or at the one that an issuer names (RFC 8414, OpenID Connect
 * Discovery). With both, the endpoint is asked, and what the issuer tells is used for all else. Immutable.
 *
 * @param tokenEndpoint the token endpoint; its own query is kept
 * @param issuer the issuer identifier
 */
public record AuthorizationServer(Optional<URI> tokenEndpoint, Optional<URI> issuer) {

    /** Checks that there is one of the two. */
    public AuthorizationServer {
        Objects.requireNonNull(tokenEndpoint);
        Objects.requireNonNull(issuer);
        if (tokenEndpoint.isEmpty() && issuer.isEmpty()) {
            throw new IllegalArgumentException("neither a token endpoint nor an issuer");
        }
    }

    /** The one with this token endpoint. */
    public static AuthorizationServer at(URI tokenEndpoint) {
        return new AuthorizationServer(Optional.of(tokenEndpoint), Optional.empty());
    }

    /** The one that is found by its issuer identifier. */
    public static AuthorizationServer of(URI issuer) {
        return new AuthorizationServer(Optional.empty(), Optional.of(issuer));
    }

    /** The URL it is known by, the token endpoint first. */
    public URI url() {
        return tokenEndpoint.or(() -> issuer).orElseThrow();
    }

    /** The URL as it may be shown. */
    @Override
    public String toString() {
        return Urls.shown(url());
    }
}
