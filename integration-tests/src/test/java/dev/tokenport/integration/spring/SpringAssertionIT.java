package dev.tokenport.integration.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.integration.key.ClientKey;
import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.oauth2.AssertionAudience;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that make assertions for Spring's authorization server. */
@ExtendWith(SpringExtension.class)
final class SpringAssertionIT {

    @TempDir
    Path folder;

    private final SpringAuthorizationServer server;

    SpringAssertionIT(SpringAuthorizationServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
    void privateKeyJwt_everyAlgorithmOfTheServer_isAccepted(JwsAlgorithm algorithm) throws Exception {
        String client = SpringClients.withKey(algorithm);

        var token = TokenClient.create()
                .fetch(request(client)
                        .signingKey(key(server.key(client), Optional.of(client), Optional.of(algorithm)))
                        .build());

        assertThat(token.scopes()).containsExactly("orders.read");
    }

    @Test
    void privateKeyJwt_audienceIssuerAndNoKeyId_isAccepted() throws Exception {
        String client = SpringClients.withKey(JwsAlgorithm.ES384);

        var token = TokenClient.create()
                .fetch(request(client)
                        .signingKey(key(server.key(client), Optional.empty(), Optional.empty()))
                        .assertionAudience(AssertionAudience.ISSUER)
                        .build());

        assertThat(token.tokenType()).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @EnumSource(
            value = JwsAlgorithm.class,
            names = {"HS256", "HS384", "HS512"})
    void clientSecretJwt_everyHash_isAccepted(JwsAlgorithm algorithm) throws Exception {
        var token = TokenClient.create()
                .fetch(bySecret(algorithm, SpringClients.secret(SpringClients.withSecret(algorithm)))
                        .build());

        assertThat(token.scopes()).containsExactly("orders.read");
    }

    @Test
    void clientSecretJwt_wrongSecret_saysWhatToCheck() throws Exception {
        TokenRequest request = bySecret(JwsAlgorithm.HS256, "a wrong secret that is long enough for it")
                .build();

        var refused = catchThrowableOfType(
                CredentialsRefusedException.class, () -> TokenClient.create().fetch(request));

        assertThat(refused)
                .hasMessage(attempt("secret-HS256") + "HTTP 401 invalid_client; check client id, client secret and this"
                        + " machine's clock, and that the server offers client_secret_jwt for this client; the assertion"
                        + " is made out for the token endpoint, and some servers expect `issuer`");
    }

    @Test
    void privateKeyJwt_wrongKey_saysWhatToCheck() throws Exception {
        String client = SpringClients.withKey(JwsAlgorithm.ES256);
        TokenRequest request = request(client)
                .signingKey(key(ClientKey.fitting(JwsAlgorithm.ES256), Optional.empty(), Optional.empty()))
                .build();

        var refused = catchThrowableOfType(
                CredentialsRefusedException.class, () -> TokenClient.create().fetch(request));

        assertThat(refused)
                .hasMessage(
                        attempt(client) + "HTTP 401 invalid_client; check the client id and this machine's clock, and"
                                + " that the server knows the public key of this client and offers private_key_jwt for it; the"
                                + " assertion is made out for the token endpoint, and some servers expect `issuer`");
    }

    private TokenRequestBuilder request(String client) {
        var both = new AuthorizationServer(Optional.of(server.tokenEndpoint()), Optional.of(server.issuer()));
        return TokenRequest.of(both, new Grant.ClientCredentials(), client).scope("orders.read");
    }

    private TokenRequestBuilder bySecret(JwsAlgorithm algorithm, String secret) {
        return request(SpringClients.withSecret(algorithm))
                .clientSecret(Secret.of(secret))
                .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_JWT)
                .secretAlgorithm(algorithm);
    }

    private SigningKey key(ClientKey key, Optional<String> id, Optional<JwsAlgorithm> algorithm) throws Exception {
        return new SigningKey(KeyFile.of(key.write(folder.resolve("client.pem"))), id, algorithm);
    }

    private String attempt(String client) {
        return "no token from " + server.tokenEndpoint() + " (grant client_credentials, client '" + client + "'): ";
    }
}
