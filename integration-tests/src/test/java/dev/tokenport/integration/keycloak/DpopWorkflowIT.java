package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import dev.tokenport.integration.resource.Traffic;
import dev.tokenport.jose.DpopKey;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Workflows with tokens that are bound to a key, and services that demand its proof. */
final class DpopWorkflowIT extends ServiceCase {

    private static final String BOUND = "oauth_dpop: true";

    private final Keycloak keycloak;

    DpopWorkflowIT(Keycloak keycloak, ResourceServer service) {
        super(service);
        this.keycloak = keycloak;
    }

    @Test
    void run_servicesOfAllKinds_takeTheBoundToken() throws Exception {
        Tokenport.Ended ended = bound("orders-dpop", """
                orders: {operator: http-request, config: auth, parameters: {url: "SERVICE/orders?page=1", paging: link}}
                file: {operator: json-dataset, inputs: orders, parameters: {file: orders.json}}
                moved: {operator: http-request, config: auth, parameters: {url: "SERVICE/redirects/here"}}
                abroad: {operator: http-request, config: auth, parameters: {url: "SERVICE/redirects/elsewhere"}}
                posted:
                  operator: http-request
                  config: auth
                  parameters: {url: "SERVICE/orders", method: POST, body: '{"id": 1}'}
                triples: {operator: sparql-update, config: auth, parameters: {sparql_endpoint: "UPDATES", sparql_update: "INSERT DATA { <urn:a> <urn:b> 1 }"}}
                rows:
                  operator: sparql-query
                  config: auth
                  after: triples
                  parameters: {sparql_endpoint: "QUERIES", sparql_query: "SELECT ?o { ?s ?p ?o }"}
                """);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(workflow.values("orders.json", "id")).hasSize(25);
        assertThat(service.traffic().answered(401)).isZero();
        assertThat(service.traffic().tokens()).hasSize(1);
        assertThat(service.sparql().traffic().tokens())
                .isEqualTo(service.traffic().tokens());
        assertThat(service.traffic().exchanges())
                .allSatisfy(exchange -> assertThat(exchange.headers().contains("dpop"))
                        .isEqualTo(!exchange.path().startsWith("/open/")));
        assertThat(ended.err() + workflow.text("report.json"))
                .doesNotContain("P-256")
                .doesNotContain("eyJ");
    }

    @Test
    void run_tokensThatExpire_areRenewedForTheSameKey() throws Exception {
        Files.writeString(
                folder.resolve("ids.json"),
                IntStream.rangeClosed(1, 200)
                        .mapToObj(id -> "{\"id\": " + id % 20 + "}")
                        .collect(Collectors.joining(",", "[", "]")));

        Tokenport.Ended ended = bound(Realm.SHORT_LIVED_CLIENT, """
                ids: {operator: json-dataset, parameters: {file: ids.json}}
                orders:
                  operator: http-request
                  config: auth
                  inputs: ids
                  parameters: {url: "SERVICE/orders/{{ id }}?delay=200", parallel: 8}
                file: {operator: json-dataset, inputs: orders, parameters: {file: orders.json}}
                """);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(workflow.values("orders.json", "id")).hasSize(200);
        assertThat(service.traffic().tokens()).hasSizeGreaterThan(1);
    }

    @Test
    void run_tokenWasRevokedMeanwhile_goesOnWithTheNextOne() throws Exception {
        Tokenport.Ended ended = bound("orders-dpop", """
                revoke: {operator: http-request, config: auth, parameters: {url: "SERVICE/revocations", method: POST}}
                orders: {operator: http-request, config: auth, after: revoke, parameters: {url: "SERVICE/orders/1"}}
                """);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(service.traffic().exchanges())
                .filteredOn(exchange -> exchange.path().startsWith("/orders/"))
                .extracting(Traffic.Exchange::status)
                .containsExactly(401, 200);
    }

    @Test
    void run_tokenWithTheKeyOfAnother_isRefused() throws Exception {
        write("token", "key", DpopKey.generate());
        Files.writeString(folder.resolve("key"), DpopKey.generate().secret().reveal());

        Tokenport.Ended ended = prefetched("oauth_dpop_key: ${file:key}");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("task 'orders' (HTTP request): ").contains(" answered 401 (");
    }

    @Test
    void run_tokenWithItsKey_isTaken() throws Exception {
        write("token", "key", DpopKey.generate());

        Tokenport.Ended ended = prefetched("oauth_dpop_key: ${file:key}");

        assertThat(ended.code()).as(ended.err()).isZero();
    }

    @Test
    void run_boundTokenAsABearerToken_isRefused() throws Exception {
        write("token", "key", DpopKey.generate());

        Tokenport.Ended ended = prefetched("oauth_token_url: ''");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("task 'orders' (HTTP request): oauth_access_token was given, not fetched");
        assertThat(service.traffic().exchanges())
                .extracting(Traffic.Exchange::status)
                .containsExactly(401);
    }

    private void write(String tokenFile, String keyFile, DpopKey key) throws Exception {
        TokenRequest request = TokenRequest.clientCredentials(
                        keycloak.tokenEndpoint(), "orders-dpop", Secret.of(Realm.PLAIN_SECRET))
                .dpopKey(key)
                .build();
        Files.writeString(
                folder.resolve(tokenFile),
                TokenClient.create().fetch(request).value().reveal());
        Files.writeString(folder.resolve(keyFile), key.secret().reveal());
    }

    private Tokenport.Ended prefetched(String parameter) throws Exception {
        return workflow.run("""
                auth:
                  operator: oauth2-authentication
                  parameters:
                    oauth_grant_type: prefetched_token
                    oauth_access_token: ${file:token}
                    PARAMETER
                orders: {operator: http-request, config: auth, parameters: {url: "SERVICE/orders/1"}}
                """.replace("PARAMETER", parameter).replace("SERVICE", service.url("")));
    }

    private Tokenport.Ended bound(String client, String tasks) throws Exception {
        return workflow.run(WorkflowRun.auth(keycloak.tokenEndpoint(), client, BOUND)
                + tasks.replace("SERVICE", service.url(""))
                        .replace("QUERIES", service.sparql().queries())
                        .replace("UPDATES", service.sparql().updates()));
    }
}
