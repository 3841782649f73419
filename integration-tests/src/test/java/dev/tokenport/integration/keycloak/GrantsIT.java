package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.jose.JwtClaims;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.JwtBearer;
import dev.tokenport.oauth2.RefreshTokenFile;
import dev.tokenport.oauth2.TokenCache;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenExchangeGrant;
import dev.tokenport.oauth2.TokenExchangeGrant.TypedToken;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The grants beyond the page with Keycloak: rotating refresh tokens, assertions of a partner, token exchange. */
@ExtendWith(KeycloakExtension.class)
final class GrantsIT {

    @TempDir
    Path folder;

    private final Keycloak keycloak;
    private final TokenClient client = TokenClient.create();

    GrantsIT(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    private URI grants(String endpoint) {
        return URI.create(keycloak.http() + "/realms/" + GrantsRealm.NAME + "/protocol/openid-connect/" + endpoint);
    }

    private TokenRequest rotating(Grant grant) throws Exception {
        return TokenRequest.of(AuthorizationServer.at(grants("token")), grant, GrantsRealm.ROTATING_CLIENT)
                .clientSecret(Secret.of(Realm.PLAIN_SECRET))
                .build();
    }

    private TokenRequest password() throws Exception {
        return rotating(new Grant.Password(GrantsRealm.USER, Secret.of(GrantsRealm.PASSWORD)));
    }

    private String introspected(URI endpoint, String client, Secret token) throws Exception {
        String form = "client_id=" + client + "&client_secret=" + Realm.PLAIN_SECRET + "&token="
                + URLEncoder.encode(token.reveal(), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private String ofRotating(AccessToken token) throws Exception {
        return introspected(grants("token/introspect"), GrantsRealm.ROTATING_CLIENT, token.value());
    }

    @Test
    void refreshTokens_thatRotate_areUsedOnceByManyCallersOverManyRenewals() throws Exception {
        Secret first = client.fetch(password()).refreshToken().orElseThrow();
        TokenSource source = new TokenCache().source(client, rotating(new Grant.RefreshToken(first)));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            AccessToken token = source.token();
            for (int round = 0; round < 5; round++) {
                Secret refused = token.value();
                var calls = new ArrayList<Callable<AccessToken>>();
                for (int i = 0; i < 32; i++) {
                    calls.add(() -> source.renew(refused));
                }
                for (Future<AccessToken> call : threads.invokeAll(calls)) {
                    token = call.get();
                }
            }

            assertThat(ofRotating(token))
                    .contains("\"active\":true")
                    .contains("\"username\":\"" + GrantsRealm.USER + "\"");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refreshToken_usedASecondTime_isRefusedWithAHint() throws Exception {
        Secret first = client.fetch(password()).refreshToken().orElseThrow();
        client.fetch(rotating(new Grant.RefreshToken(first)));

        var refused = catchThrowableOfType(
                CredentialsRefusedException.class, () -> client.fetch(rotating(new Grant.RefreshToken(first))));

        assertThat(refused)
                .hasMessageContaining("HTTP 400 invalid_grant: Maximum allowed refresh token reuse exceeded")
                .hasMessageEndingWith("; the refresh token has expired, was revoked, was used before or is another"
                        + " client's: get a new one");
    }

    @Test
    void refreshTokenFile_overSeveralRuns_goesOnWhereTheLastOneEnded() throws Exception {
        Secret first = client.fetch(password()).refreshToken().orElseThrow();
        var file = new RefreshTokenFile(folder.resolve("refresh-token"));

        AccessToken token = client.fetch(rotating(new Grant.RefreshToken(first, Optional.of(file))));
        for (int run = 0; run < 3; run++) {
            token = client.fetch(rotating(new Grant.RefreshToken(Secret.of(""), Optional.of(file))));
        }

        assertThat(ofRotating(token)).contains("\"active\":true");
    }

    @Test
    void user_whoseSessionEnded_isAskedForWithThePasswordAgain() throws Exception {
        TokenSource source = new TokenCache().source(client, password());
        AccessToken first = source.token();
        String form = "client_id=" + GrantsRealm.ROTATING_CLIENT + "&client_secret=" + Realm.PLAIN_SECRET
                + "&refresh_token=" + first.refreshToken().orElseThrow().reveal();
        HttpResponse<String> ended = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(grants("logout"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        AccessToken renewed = source.renew(first.value());

        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(ofRotating(first)).contains("\"active\":false");
        assertThat(ofRotating(renewed)).contains("\"active\":true");
    }

    private TokenRequest partner(String subject, Duration lifetime) throws Exception {
        Path key = GrantsRealm.PARTNER_KEY.write(folder.resolve("partner.pem"));
        var claims = new JwtClaims(
                GrantsRealm.PARTNER, subject, keycloak.http() + "/realms/" + GrantsRealm.NAME, lifetime, Map.of());
        var signing = SigningKey.of(new KeyFile(key, Optional.empty(), Optional.empty()));
        return TokenRequest.of(
                        AuthorizationServer.at(grants("token")),
                        new JwtBearer.Made(signing, claims),
                        GrantsRealm.PARTNER_CLIENT)
                .clientSecret(Secret.of(Realm.PLAIN_SECRET))
                .build();
    }

    @Test
    void assertion_ofAPartner_givesATokenOfTheUser() throws Exception {
        TokenRequest request = partner(GrantsRealm.USER_AT_PARTNER, Duration.ofMinutes(1));

        AccessToken token = client.fetch(request);
        AccessToken next = client.fetch(request);

        assertThat(introspected(grants("token/introspect"), GrantsRealm.PARTNER_CLIENT, token.value()))
                .contains("\"active\":true")
                .contains("\"username\":\"" + GrantsRealm.USER + "\"");
        assertThat(next.value().reveal()).isNotEqualTo(token.value().reveal());
    }

    @Test
    void assertion_aboutSomeoneElse_isRefusedWithAHint() throws Exception {
        TokenRequest request = partner("nobody", Duration.ofMinutes(1));

        var refused = catchThrowableOfType(TokenException.class, () -> client.fetch(request));

        assertThat(refused)
                .hasMessageContaining("invalid_grant")
                .hasMessageEndingWith(
                        "; check issuer, subject and audience of the assertion, that the server trusts the"
                                + " key for this issuer, and the clock of this machine");
    }

    private TokenRequest exchange(Secret subject, String... audience) throws Exception {
        var grant = new TokenExchangeGrant(
                new TypedToken(subject, TypedToken.ACCESS_TOKEN), Optional.empty(), Optional.empty());
        return TokenRequest.of(AuthorizationServer.at(keycloak.tokenEndpoint()), grant, Realm.GATEWAY_CLIENT)
                .clientSecret(Secret.of(Realm.PLAIN_SECRET))
                .audience(audience)
                .build();
    }

    private AccessToken portal() throws Exception {
        return client.fetch(TokenRequest.password(
                        keycloak.tokenEndpoint(), Realm.PORTAL_CLIENT, Realm.PLAIN_USER, Secret.of(Realm.PASSWORD))
                .build());
    }

    @Test
    void token_ofAUser_isExchangedForOneForTheService() throws Exception {
        AccessToken token = client.fetch(exchange(portal().value()));

        String said =
                introspected(URI.create(keycloak.tokenEndpoint() + "/introspect"), Realm.GATEWAY_CLIENT, token.value());
        assertThat(token.tokenType()).isEqualTo("Bearer");
        assertThat(token.issuedTokenType()).contains(TypedToken.ACCESS_TOKEN);
        assertThat(said)
                .contains("\"active\":true")
                .contains("\"username\":\"" + Realm.PLAIN_USER + "\"")
                .contains(Realm.AUDIENCE);
    }

    @Test
    void subjectToken_thatIsNone_isRefusedWithAHint() throws Exception {
        var refused =
                catchThrowableOfType(TokenException.class, () -> client.fetch(exchange(Secret.of("not-a-token"))));

        assertThat(refused)
                .hasMessageContaining(
                        "the subject token or the actor token has expired, was revoked, or is not meant for"
                                + " this client, which must be in its audience");
        assertThat(refused).hasMessageNotContaining("not-a-token");
    }

    @Test
    void audience_thatIsUnknown_isRefusedWithAHint() throws Exception {
        Secret subject = portal().value();

        var refused = catchThrowableOfType(TokenException.class, () -> client.fetch(exchange(subject, "nowhere")));

        assertThat(refused)
                .hasMessageEndingWith(
                        "; check audience and resource: the server must know the service the token is for");
    }
}
