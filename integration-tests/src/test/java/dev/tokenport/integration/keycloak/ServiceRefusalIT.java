package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import org.junit.jupiter.api.Test;

/** What a service that checks tokens refuses for good, and what is said then. */
final class ServiceRefusalIT extends ServiceCase {

    ServiceRefusalIT(ResourceServer service) {
        super(service);
    }

    @Test
    void run_tokenForAnotherAudience_isRenewedOnceAndThenAnError() throws Exception {
        Tokenport.Ended ended = call(Realm.ADMIN_CLIENT, service.url("/orders/1"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .endsWith("task 'orders' (HTTP request): GET " + service.url("/orders/1")
                        + " answered 401 (invalid_token: An error occurred while attempting to decode the Jwt: The aud claim is not"
                        + " valid); this was with the token's successor, after the first one was refused\n");
        assertThat(service.traffic().answered(401)).isEqualTo(2);
        assertThat(service.tokenRequests().count()).isEqualTo(2);
    }

    @Test
    void run_scopeIsMissing_isAnErrorWithoutRenewal() throws Exception {
        Tokenport.Ended ended = call(Realm.ORDERS_CLIENT, service.url("/admin/orders/1"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .endsWith("task 'orders' (HTTP request): GET " + service.url("/admin/orders/1")
                        + " answered 403 (insufficient_scope: The request requires higher privileges than provided by the access"
                        + " token.)\n");
        assertThat(service.traffic().answered(403)).isEqualTo(1);
        assertThat(service.tokenRequests().count()).isEqualTo(1);
    }

    private Tokenport.Ended call(String client, String url) throws Exception {
        return workflow.run(auth(client) + """
                orders: {operator: http-request, config: auth, parameters: {url: "URL"}}
                file: {operator: json-dataset, inputs: orders, parameters: {file: orders.json}}
                """.replace("URL", url));
    }
}
