package dev.tokenport.integration.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.RefreshTokenFile;
import dev.tokenport.oauth2.TokenCache;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenExchangeGrant;
import dev.tokenport.oauth2.TokenExchangeGrant.TypedToken;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeCompositeAuthenticationToken;

/** Rotating refresh tokens and token exchange with Spring's authorization server. */
@ExtendWith(SpringExtension.class)
final class SpringGrantsIT {

    private static final String CLIENT = SpringClients.POST;

    @TempDir
    Path folder;

    private final SpringAuthorizationServer server;
    private final TokenClient client = TokenClient.create();

    SpringGrantsIT(SpringAuthorizationServer server) {
        this.server = server;
    }

    /** What a person has allowed the client: a token and one for its renewal. */
    private OAuth2Authorization allowed(String user) {
        var registered = Objects.requireNonNull(server.clients().registered().findByClientId(CLIENT));
        Instant now = Instant.now();
        var principal = UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());
        OAuth2Authorization authorization = OAuth2Authorization.withRegisteredClient(registered)
                .principalName(user)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(Set.of("orders.read"))
                .attribute(Principal.class.getName(), principal)
                .token(
                        new OAuth2AccessToken(
                                OAuth2AccessToken.TokenType.BEARER,
                                UUID.randomUUID().toString(),
                                now,
                                now.plusSeconds(300),
                                Set.of("orders.read")),
                        metadata -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, Map.of("sub", user)))
                .refreshToken(new OAuth2RefreshToken(UUID.randomUUID().toString(), now, now.plusSeconds(600)))
                .build();
        server.authorizations().save(authorization);
        return authorization;
    }

    private TokenRequest request(Grant grant) throws Exception {
        return TokenRequest.of(AuthorizationServer.at(server.tokenEndpoint()), grant, CLIENT)
                .clientSecret(Secret.of(SpringClients.secret(CLIENT)))
                .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .build();
    }

    private static Secret refreshToken(OAuth2Authorization authorization) {
        return Secret.of(Objects.requireNonNull(authorization.getRefreshToken())
                .getToken()
                .getTokenValue());
    }

    private String introspected(AccessToken token) throws Exception {
        String form = "client_id=" + CLIENT + "&client_secret="
                + URLEncoder.encode(SpringClients.secret(CLIENT), StandardCharsets.UTF_8) + "&token="
                + token.value().reveal();
        HttpRequest request = HttpRequest.newBuilder(server.introspectionEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void refreshTokens_thatRotate_areUsedOnceByManyCallersOverManyRenewals() throws Exception {
        TokenSource source =
                new TokenCache().source(client, request(new Grant.RefreshToken(refreshToken(allowed("ada")))));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            AccessToken token = source.token();
            for (int round = 0; round < 10; round++) {
                Secret refused = token.value();
                var calls = new ArrayList<Callable<AccessToken>>();
                for (int i = 0; i < 32; i++) {
                    calls.add(() -> source.renew(refused));
                }
                for (Future<AccessToken> call : threads.invokeAll(calls)) {
                    token = call.get();
                }
            }

            assertThat(introspected(token)).contains("\"active\":true").contains("\"sub\":\"ada\"");
            assertThat(token.scopes()).containsExactly("orders.read");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refreshToken_usedASecondTime_isRefused() throws Exception {
        TokenRequest request = request(new Grant.RefreshToken(refreshToken(allowed("ada"))));
        client.fetch(request);

        var refused = catchThrowableOfType(CredentialsRefusedException.class, () -> client.fetch(request));

        assertThat(refused)
                .hasMessageContaining("HTTP 400 invalid_grant")
                .hasMessageEndingWith("; the refresh token has expired, was revoked, was used before or is another"
                        + " client's: get a new one");
    }

    @Test
    void refreshTokenFile_overSeveralRuns_goesOnWhereTheLastOneEnded() throws Exception {
        var file = Optional.of(new RefreshTokenFile(folder.resolve("token")));
        AccessToken token = client.fetch(request(new Grant.RefreshToken(refreshToken(allowed("ada")), file)));
        for (int run = 0; run < 3; run++) {
            token = client.fetch(request(new Grant.RefreshToken(Secret.of(""), file)));
        }

        assertThat(introspected(token)).contains("\"active\":true");
    }

    private static Grant exchange(Secret subject, Optional<Secret> actor, Optional<String> wanted) {
        return new TokenExchangeGrant(
                new TypedToken(subject, TypedToken.ACCESS_TOKEN),
                actor.map(token -> new TypedToken(token, TypedToken.ACCESS_TOKEN)),
                wanted);
    }

    private static Secret accessToken(OAuth2Authorization authorization) {
        return Secret.of(Objects.requireNonNull(authorization.getAccessToken())
                .getToken()
                .getTokenValue());
    }

    @Test
    void token_ofAUser_isExchanged() throws Exception {
        Secret subject = accessToken(allowed("ada"));

        AccessToken token = client.fetch(request(exchange(subject, Optional.empty(), Optional.empty())));

        assertThat(token.issuedTokenType()).contains(TypedToken.ACCESS_TOKEN);
        assertThat(introspected(token)).contains("\"active\":true").contains("\"sub\":\"ada\"");
    }

    @Test
    void token_withAnActor_namesBoth() throws Exception {
        Secret subject = accessToken(allowed("ada"));
        Secret actor = accessToken(allowed("charles"));

        AccessToken token = client.fetch(request(exchange(subject, Optional.of(actor), Optional.empty())));

        OAuth2Authorization exchanged = Objects.requireNonNull(
                server.authorizations().findByToken(token.value().reveal(), OAuth2TokenType.ACCESS_TOKEN));
        Authentication principal = Objects.requireNonNull(exchanged.getAttribute(Principal.class.getName()));
        assertThat(introspected(token)).contains("\"active\":true").contains("\"sub\":\"ada\"");
        assertThat(principal).isInstanceOfSatisfying(OAuth2TokenExchangeCompositeAuthenticationToken.class, both -> {
            assertThat(both.getSubject().getName()).isEqualTo("ada");
            assertThat(both.getActors()).extracting(one -> one.getSubject()).containsExactly("charles");
        });
    }

    @Test
    void subjectToken_thatIsNone_isRefusedWithAHint() throws Exception {
        TokenRequest request = request(exchange(Secret.of("not-a-token"), Optional.empty(), Optional.empty()));

        var refused = catchThrowableOfType(TokenException.class, () -> client.fetch(request));

        assertThat(refused)
                .hasMessageContaining("HTTP 400 invalid_grant")
                .hasMessageEndingWith("; the subject token or the actor token has expired, was revoked, or is not meant"
                        + " for this client, which must be in its audience");
    }

    @Test
    void tokenType_thatTheServerDoesNotGive_isRefusedWithAHint() throws Exception {
        Secret subject = accessToken(allowed("ada"));
        var saml = Optional.of("urn:ietf:params:oauth:token-type:saml2");

        var refused = catchThrowableOfType(
                TokenException.class, () -> client.fetch(request(exchange(subject, Optional.empty(), saml))));

        assertThat(refused)
                .hasMessageContaining("unsupported_token_type")
                .hasMessageEndingWith(
                        "and whether it gives tokens of the type 'urn:ietf:params:oauth:token-type:saml2'");
    }
}
