package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import dev.tokenport.integration.resource.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs that live longer than their tokens, with a service that refuses each token once its time is over. */
final class RenewalIT extends ServiceCase {

    RenewalIT(ResourceServer service) {
        super(service);
    }

    @Test
    void run_of30sWithTokensOf2s_answersAllAndIsNeverRefusedForGood() throws Exception {
        writeIds(960);

        Tokenport.Ended ended = run(Realm.SHORT_LIVED_CLIENT, """
                ids: {operator: json-dataset, parameters: {file: ids.json}}
                orders:
                  operator: http-request
                  config: auth
                  inputs: ids
                  parameters: {url: "SERVICE/orders/{{ id }}?delay=250", parallel: 8}
                file: {operator: json-dataset, inputs: orders, parameters: {file: orders.json}}
                """);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(workflow.values("orders.json", "id")).isEqualTo(ids(960));
        assertAllAnswered(960);
        assertThat(service.traffic().answered(401)).isLessThan(8);
        assertThat(service.traffic().mostInFlight()).isBetween(8, 9);
        assertThat(service.traffic().connections()).isLessThan(24);
        assertThat(service.tokenRequests().count()).isBetween(15, 45);
        assertTokens(ended);
    }

    @Test
    void run_withoutRenewalAhead_costsOneTokenRequestPerExpiry() throws Exception {
        writeIds(1600);

        Tokenport.Ended ended = workflow.run(
                auth(Realm.SHORT_LIVED_CLIENT, "oauth_minimum_validity: 0s") + """
                ids: {operator: json-dataset, parameters: {file: ids.json}}
                orders:
                  operator: http-request
                  config: auth
                  inputs: ids
                  parameters: {url: "SERVICE/orders/{{ id }}?delay=150", parallel: 32}
                file: {operator: json-dataset, inputs: orders, parameters: {file: orders.json}}
                """.replace("SERVICE", service.url("")));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(workflow.values("orders.json", "id")).isEqualTo(ids(1600));
        assertAllAnswered(1600);
        assertThat(service.traffic().answered(401)).isPositive();
        assertThat(service.traffic().tokens())
                .allSatisfy(token -> assertThat(refusals(token)).isLessThanOrEqualTo(32));
        assertThat(service.tokenRequests().count()).isBetween(3, 12);
        assertTokens(ended);
    }

    @Test
    void run_tokenWasRevokedMeanwhile_goesOnWithTheNextOne() throws Exception {
        Tokenport.Ended ended = run(Realm.ORDERS_CLIENT, """
                revoke: {operator: http-request, config: auth, parameters: {url: "SERVICE/revocations", method: POST}}
                orders: {operator: http-request, config: auth, after: revoke, parameters: {url: "SERVICE/orders/1"}}
                file: {operator: json-dataset, inputs: orders, parameters: {file: orders.json}}
                """);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(workflow.values("orders.json", "id")).containsExactly("1");
        assertThat(service.traffic().exchanges())
                .filteredOn(exchange -> exchange.path().startsWith("/orders/"))
                .extracting(Traffic.Exchange::status)
                .containsExactly(401, 200);
        assertThat(service.tokenRequests().count()).isEqualTo(2);
    }

    /** Each order was answered once, and what was refused was asked again: there is no other answer. */
    private void assertAllAnswered(int count) {
        List<Traffic.Exchange> asked = service.traffic().exchanges().stream()
                .filter(exchange -> exchange.path().startsWith("/orders/"))
                .toList();
        assertThat(asked.stream()
                        .filter(exchange -> exchange.status() == 200)
                        .map(Traffic.Exchange::path)
                        .distinct())
                .hasSize(count);
        assertThat(asked).hasSize(count + (int) service.traffic().answered(401));
    }

    /**
     * No token was asked for in vain, but for the first one, which may be too old when the first request is ready; never two
     * at a time; the report counts them; and none is shown.
     */
    private void assertTokens(Tokenport.Ended ended) throws IOException {
        int requests = service.tokenRequests().count();
        assertThat(service.traffic().tokens().size()).isBetween(requests - 1, requests);
        assertThat(workflow.text("report.json"))
                .contains("\"requests\" : \"" + requests + "\"", "\"renewals\" : " + (requests - 1));
        assertThat(service.tokenRequests().mostUnderWay()).isEqualTo(1);
        assertThat(ended.out() + ended.err() + workflow.text("report.json") + workflow.text("orders.json"))
                .doesNotContain("eyJ", Realm.PLAIN_SECRET);
    }

    private long refusals(String token) {
        return service.traffic().exchanges().stream()
                .filter(exchange -> exchange.status() == 401 && exchange.token().equals(token))
                .count();
    }

    private void writeIds(int count) throws IOException {
        Files.writeString(
                folder.resolve("ids.json"),
                ids(count).stream().map(id -> "{\"id\": " + id + "}").collect(Collectors.joining(", ", "[", "]")));
    }

    private static List<String> ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }
}
