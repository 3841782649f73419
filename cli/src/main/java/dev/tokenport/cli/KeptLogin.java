package dev.tokenport.cli;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a login gave, as it is kept. Prints server and client, never a token. Immutable.
 *
 * @param issuer the issuer identifier, if the login began with it
 * @param tokenUrl the token endpoint, if the login began with it
 * @param clientId the client
 * @param scope the scopes that were asked for
 * @param accessToken the access token
 * @param tokenType its type
 * @param expiresAt when it expires
 * @param refreshToken what it is renewed with, if the server gave such a thing
 */
record KeptLogin(
        Optional<URI> issuer,
        Optional<URI> tokenUrl,
        String clientId,
        String scope,
        Secret accessToken,
        String tokenType,
        Instant expiresAt,
        Optional<Secret> refreshToken) {

    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final String REFRESH_TOKEN = "refresh_token";

    /** What a server gave to a client. */
    static KeptLogin of(AuthorizationServer server, String clientId, String scope, AccessToken token) {
        return new KeptLogin(
                server.issuer(),
                server.tokenEndpoint(),
                clientId,
                scope,
                token.value(),
                token.tokenType(),
                token.expiresAt().truncatedTo(ChronoUnit.SECONDS),
                Optional.ofNullable(token.otherMembers().get(REFRESH_TOKEN)));
    }

    /** The same after a renewal; a server that gives no new refresh token leaves the old one valid (RFC 6749 §6). */
    KeptLogin renewed(AccessToken token) {
        return new KeptLogin(
                issuer,
                tokenUrl,
                clientId,
                scope,
                token.value(),
                token.tokenType(),
                token.expiresAt().truncatedTo(ChronoUnit.SECONDS),
                Optional.ofNullable(token.otherMembers().get(REFRESH_TOKEN)).or(() -> refreshToken));
    }

    AuthorizationServer server() {
        return new AuthorizationServer(tokenUrl, issuer);
    }

    /** Whether it is for the same client at the same server. */
    boolean isFor(AuthorizationServer other, String client) {
        return server().equals(other) && clientId.equals(client);
    }

    boolean isGood(Instant now) {
        return now.plus(MARGIN).isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "client '" + clientId + "' at " + server();
    }
}
