package dev.tokenport.integration.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.integration.resource.ResourceServer;
import dev.tokenport.jose.DpopKey;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.RequestRefusedException;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that a real server bound to a key, at that server and at a real service. */
@ExtendWith(KeycloakExtension.class)
final class DpopIT {

    /** A client whose tokens have to be bound. */
    private static final String BOUND_CLIENT = "orders-dpop";

    private final DpopKey key = DpopKey.generate();
    private final Keycloak keycloak;
    private final ResourceServer service;

    DpopIT(Keycloak keycloak, ResourceServer service) {
        this.keycloak = keycloak;
        this.service = service;
    }

    @ParameterizedTest
    @ValueSource(strings = {BOUND_CLIENT, Realm.ORDERS_CLIENT})
    void token_askedForWithAProof_isBoundToTheKey(String client) throws Exception {
        AccessToken token = token(client);

        assertThat(token.tokenType()).isEqualTo("DPoP");
        assertThat(token.warnings()).isEmpty();
        assertThat(payload(token)).contains("\"cnf\":{\"jkt\":\"" + key.thumbprint() + "\"");
    }

    @Test
    void token_askedForWithoutAProofThatIsDemanded_isRefused() throws Exception {
        TokenRequest request = request(BOUND_CLIENT).build();

        var error = catchThrowableOfType(
                RequestRefusedException.class, () -> TokenClient.create().fetch(request));

        assertThat(error).hasMessageContaining("DPoP proof is missing");
    }

    @Test
    void userInfo_takesTheTokenWithAProofOfItsKeyOnly() throws Exception {
        AccessToken token = token(BOUND_CLIENT);
        URI url = keycloak.userInfo();

        assertThat(get(url, token.authorization(), proof(key, url, token))).startsWith("200 ");
        assertThat(get(url, token.authorization(), proof(DpopKey.generate(), url, token)))
                .startsWith("401 ");
        assertThat(get(url, Secret.of("Bearer " + token.value().reveal()), "")).startsWith("401 ");
    }

    @Test
    void service_takesTheTokenWithAProofOfItsKeyOnly() throws Exception {
        AccessToken token = token(BOUND_CLIENT);
        URI url = URI.create(service.url("/orders/7"));

        assertThat(get(url, token.authorization(), proof(key, url, token))).startsWith("200 ");
        assertThat(get(url, token.authorization(), proof(DpopKey.generate(), url, token)))
                .startsWith("401 ");
        assertThat(get(url, token.authorization(), proof(key, keycloak.userInfo(), token)))
                .startsWith("401 ");
        assertThat(get(url, Secret.of("Bearer " + token.value().reveal()), "")).startsWith("401 ");
    }

    private TokenRequestBuilder request(String client) {
        return TokenRequest.clientCredentials(keycloak.tokenEndpoint(), client, Secret.of(Realm.PLAIN_SECRET));
    }

    private AccessToken token(String client) throws TokenException, InterruptedException {
        return TokenClient.create()
                .fetch(request(client).scope("openid").dpopKey(key).build());
    }

    private static String proof(DpopKey key, URI url, AccessToken token) {
        return key.proof(
                "GET",
                url,
                Instant.now(),
                Optional.empty(),
                Optional.of(token.value().reveal()));
    }

    private static String payload(AccessToken token) {
        return new String(Base64.getUrlDecoder().decode(token.value().reveal().split("\\.", -1)[1]), UTF_8);
    }

    private static String get(URI url, Secret authorization, String proof) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Authorization", authorization.reveal());
        if (!proof.isEmpty()) {
            request.header("DPoP", proof);
        }
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.headers().allValues("WWW-Authenticate") + " " + response.body();
    }
}
