package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.integration.key.ClientKey;
import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.AssertionAudience;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.ManualTime;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that make assertions for a real server, and what is said of those it refuses. */
@ExtendWith(KeycloakExtension.class)
final class AssertionIT {

    private static final String CHECK_KEY =
            "; check the client id and this machine's clock, and that the server knows the public key of this client and"
                    + " offers private_key_jwt for it; the assertion is made out for the issuer, and some servers expect"
                    + " `token_endpoint`";
    private static final String CHECK_SECRET =
            "; check client id, client secret and this machine's clock, and that the server offers client_secret_jwt for"
                    + " this client; the assertion is made out for the issuer, and some servers expect `token_endpoint`;"
                    + " or the grant client_credentials is not enabled for this client at the server";

    @TempDir
    Path folder;

    private final Keycloak keycloak;

    AssertionIT(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @ParameterizedTest
    @CsvSource({
        "RS256, ISSUER",
        "RS256, TOKEN_ENDPOINT",
        "RS512, ISSUER",
        "PS256, ISSUER",
        "ES256, ISSUER",
        "ES256, TOKEN_ENDPOINT",
        "ES512, ISSUER",
        "EDDSA, ISSUER"
    })
    void privateKeyJwt_keyThatTheServerKnows_isAccepted(JwsAlgorithm algorithm, AssertionAudience audience)
            throws Exception {
        String client = AssertionRealm.withKey(algorithm);

        AccessToken token = TokenClient.create()
                .fetch(request(client)
                        .signingKey(key(AssertionRealm.key(client), Optional.of(client), Optional.of(algorithm)))
                        .assertionAudience(audience)
                        .build());

        assertThat(token.tokenType()).isEqualTo("Bearer");
    }

    @Test
    void privateKeyJwt_noKeyId_isAccepted() throws Exception {
        AccessToken token = TokenClient.create().fetch(byKey("key-ES256").build());

        assertThat(token.tokenType()).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"HS256", "HS512"})
    void clientSecretJwt_bothHashes_areAccepted(JwsAlgorithm algorithm) throws Exception {
        AccessToken token = TokenClient.create()
                .fetch(bySecret(algorithm, AssertionRealm.SECRET).build());

        assertThat(token.tokenType()).isEqualTo("Bearer");
    }

    @Test
    void clientSecretJwt_wrongSecret_saysWhatToCheck() throws Exception {
        TokenRequest request = bySecret(JwsAlgorithm.HS256, "a wrong secret that is long enough for it")
                .build();

        var refused = refusal(TokenClient.create(), request);

        assertThat(refused)
                .hasMessage(attempt("secret-HS256")
                        + "HTTP 400 unauthorized_client: Client authentication with client secret signed JWT failed: Signature on JWT token by client secret failed validation"
                        + CHECK_SECRET);
    }

    @Test
    void privateKeyJwt_wrongKey_saysWhatToCheck() throws Exception {
        TokenRequest request = request("key-ES256")
                .signingKey(key(ClientKey.fitting(JwsAlgorithm.ES256), Optional.empty(), Optional.empty()))
                .build();

        var refused = refusal(TokenClient.create(), request);

        assertThat(refused)
                .hasMessage(attempt("key-ES256")
                        + "HTTP 400 invalid_client: Client authentication with signed JWT failed: Signature on JWT token failed validation"
                        + CHECK_KEY);
    }

    @Test
    void privateKeyJwt_clockIsBehind_saysWhatToCheck() throws Exception {
        ManualTime time = ManualTime.start();
        TokenClient client = TokenClient.over(Transports.direct().with(TransportOptions.DEFAULT))
                .time(time)
                .build();

        var refused = refusal(client, byKey("key-ES256").build());

        assertThat(refused)
                .hasMessage(attempt("key-ES256") + "HTTP 400 invalid_client: Token is not active" + CHECK_KEY);
    }

    @Test
    void privateKeyJwt_assertionArrivesTwice_isRefusedTheSecondTime() throws Exception {
        Transport jdk = Transports.direct().with(TransportOptions.DEFAULT);
        Transport twice = (request, deadline) -> {
            jdk.send(request, deadline).close();
            return jdk.send(request, deadline);
        };

        var refused =
                refusal(TokenClient.over(twice).build(), byKey("key-ES256").build());

        assertThat(refused)
                .hasMessage(attempt("key-ES256") + "HTTP 400 invalid_client: Token reuse detected" + CHECK_KEY);
    }

    private TokenRequestBuilder request(String client) {
        var both = new AuthorizationServer(
                Optional.of(keycloak.tokenEndpoint(AssertionRealm.NAME)),
                Optional.of(keycloak.issuer(AssertionRealm.NAME)));
        return TokenRequest.of(both, new Grant.ClientCredentials(), client).assertionAudience(AssertionAudience.ISSUER);
    }

    private TokenRequestBuilder byKey(String client) throws Exception {
        return request(client).signingKey(key(AssertionRealm.key(client), Optional.empty(), Optional.empty()));
    }

    private TokenRequestBuilder bySecret(JwsAlgorithm algorithm, String secret) {
        return request(AssertionRealm.withSecret(algorithm))
                .clientSecret(Secret.of(secret))
                .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_JWT)
                .secretAlgorithm(algorithm);
    }

    private SigningKey key(ClientKey key, Optional<String> id, Optional<JwsAlgorithm> algorithm) throws Exception {
        return new SigningKey(KeyFile.of(key.write(folder.resolve("client.pem"))), id, algorithm);
    }

    private String attempt(String client) {
        return "no token from " + keycloak.tokenEndpoint(AssertionRealm.NAME) + " (grant client_credentials, client '"
                + client + "'): ";
    }

    private static TokenException refusal(TokenClient client, TokenRequest request) {
        return catchThrowableOfType(TokenException.class, () -> client.fetch(request));
    }
}
