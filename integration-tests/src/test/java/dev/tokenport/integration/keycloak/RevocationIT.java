package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Keycloak's user info takes a token for, before and after it was given back (RFC 7009). */
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
                .scope("openid")
                .build();
        TokenClient client = TokenClient.create();
        AccessToken token = client.fetch(request);
        int before = userInfo(token);

        client.revoke(request, token);

        assertThat(before).isEqualTo(200);
        assertThat(userInfo(token)).isEqualTo(401);
    }

    private int userInfo(AccessToken token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(keycloak.userInfo())
                .header("Authorization", token.authorization().reveal())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
