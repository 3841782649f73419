package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The protected services themselves: if this fails, look at the harness before you look at the product. */
@ExtendWith(KeycloakExtension.class)
final class ResourceServerIT {

    private final ResourceServer service;

    ResourceServerIT(ResourceServer service) {
        this.service = service;
    }

    @Test
    void orders_goodToken_areGiven() throws Exception {
        assertThat(get(service.url("/orders/7"), "Bearer " + token(Realm.ORDERS_CLIENT)))
                .isEqualTo("200 {\"id\": 7, \"customer\": \"customer 7\", \"amount\": 7.50}");
    }

    @Test
    void orders_noToken_areRefusedWithoutACode() throws Exception {
        assertThat(get(service.url("/orders/7"), "")).startsWith("401 ");
    }

    @Test
    void orders_signatureIsChanged_areRefused() throws Exception {
        String token = token(Realm.ORDERS_CLIENT);
        char last = token.charAt(token.length() - 5);
        String forged = token.substring(0, token.length() - 5)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 4);

        assertThat(get(service.url("/orders/7"), "Bearer " + forged)).startsWith("401 ");
    }

    @Test
    void orders_tokenForAnotherAudience_areRefused() throws Exception {
        assertThat(get(service.url("/orders/7"), "Bearer " + token(Realm.ADMIN_CLIENT)))
                .startsWith("401 ");
    }

    @Test
    void triples_noToken_areRefused() throws Exception {
        assertThat(get(service.sparql().queries() + "?query=ASK%7B%7D", "")).startsWith("401 ");
    }

    @Test
    void triples_goodToken_areGiven() throws Exception {
        assertThat(get(service.sparql().queries() + "?query=ASK%7B%7D", "Bearer " + token(Realm.ORDERS_CLIENT)))
                .startsWith("200 ")
                .contains("true");
    }

    private String token(String client) throws Exception {
        TokenRequest request = TokenRequest.clientCredentials(
                        service.tokenEndpoint(), client, Secret.of(Realm.PLAIN_SECRET))
                .build();
        return TokenClient.create().fetch(request).authorization().reveal().substring("Bearer ".length());
    }

    private static String get(String url, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
