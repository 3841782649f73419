package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server itself: if this fails, look at the harness before you look at the product. */
@ExtendWith(KeycloakExtension.class)
final class KeycloakIT {

    @Test
    void tokenEndpoint_get_isThere(Keycloak keycloak) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(keycloak.tokenEndpoint()).build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(405);
    }
}
