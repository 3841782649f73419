package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Keycloak says of a token, by introspection (RFC 7662), before and after it was given back (RFC 7009). */
@ExtendWith(KeycloakExtension.class)
final class RevocationIT {

    private final Keycloak keycloak;

    RevocationIT(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void token_thatIsRevoked_isActiveNoMore() throws Exception {
        TokenRequest request = TokenRequest.of(
                        AuthorizationServer.of(URI.create(keycloak.issuer())),
                        new Grant.ClientCredentials(),
                        Realm.ORDERS_CLIENT)
                .clientSecret(Secret.of(Realm.PLAIN_SECRET))
                .build();
        TokenClient client = TokenClient.create();
        AccessToken token = client.fetch(request);
        String before = introspection(token.value());

        client.revoke(request, token);

        assertThat(before).contains("\"active\":true");
        assertThat(introspection(token.value())).isEqualTo("{\"active\":false}");
    }

    private String introspection(Secret token) throws Exception {
        String body = "client_id=" + Realm.ORDERS_CLIENT + "&client_secret=" + Realm.PLAIN_SECRET + "&token="
                + URLEncoder.encode(token.reveal(), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(keycloak.tokenEndpoint() + "/introspect"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
