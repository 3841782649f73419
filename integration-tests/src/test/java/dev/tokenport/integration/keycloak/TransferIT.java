package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files, lines, tables and redirects, with a service that checks tokens. */
final class TransferIT extends ServiceCase {

    TransferIT(ResourceServer service) {
        super(service);
    }

    @Test
    void run_uploadThenDownload_givesTheSameOctets() throws Exception {
        byte[] octets = new byte[3_000_000];
        new Random(42).nextBytes(octets);
        Files.write(folder.resolve("sent.bin"), octets);

        run("""
                upload:
                  operator: http-request
                  config: auth
                  parameters: {url: "SERVICE/documents/a.bin", method: PUT, body_file: sent.bin}
                download:
                  operator: http-request
                  config: auth
                  after: upload
                  parameters: {url: "SERVICE/documents/a.bin", answer_file: received.bin}
                file: {operator: json-dataset, inputs: [upload, download], parameters: {file: answer.json}}
                """);

        assertThat(folder.resolve("received.bin")).hasBinaryContent(octets);
        assertThat(workflow.values("answer.json", "size")).containsExactly("3000000", "3000000");
    }

    @Test
    void run_linesInGreatNumber_areStreamed() throws Exception {
        run("""
                lines: {operator: http-request, config: auth, parameters: {url: "SERVICE/orders.ndjson?count=20000"}}
                file: {operator: csv-dataset, inputs: lines, parameters: {file: answer.csv}}
                """);

        assertThat(workflow.text("answer.csv").lines()).hasSize(20_001).endsWith("20000,customer 20000,20000.50");
    }

    @Test
    void run_table_becomesEntities() throws Exception {
        run("""
                table: {operator: http-request, config: auth, parameters: {url: "SERVICE/orders.csv"}}
                file: {operator: json-dataset, inputs: table, parameters: {file: answer.json}}
                """);

        assertThat(workflow.values("answer.json", "customer")).hasSize(25).startsWith("customer, 1");
    }

    @Test
    void run_redirectWithinTheOrigin_isFollowedWithTheToken() throws Exception {
        run("""
                order: {operator: http-request, config: auth, parameters: {url: "SERVICE/redirects/here"}}
                file: {operator: json-dataset, inputs: order, parameters: {file: answer.json}}
                """);

        assertThat(workflow.values("answer.json", "id")).containsExactly("1");
    }

    @Test
    void run_redirectToAnotherOrigin_isFollowedWithoutTheToken() throws Exception {
        run("""
                order:
                  operator: http-request
                  config: auth
                  parameters: {url: "SERVICE/redirects/elsewhere", headers: {X-Api-Key: for-the-first-origin-only}}
                file: {operator: json-dataset, inputs: order, parameters: {file: answer.json}}
                """);

        assertThat(workflow.values("answer.json", "id")).containsExactly("1");
        assertThat(service.traffic().exchanges())
                .filteredOn(exchange -> exchange.path().equals("/open/orders/1"))
                .singleElement()
                .satisfies(exchange -> {
                    assertThat(exchange.token()).isEmpty();
                    assertThat(service.elsewhere("")).endsWith(":" + exchange.port());
                    assertThat(exchange.headers()).doesNotContain("authorization", "x-api-key");
                });
    }

    private void run(String tasks) throws Exception {
        Tokenport.Ended ended = run(Realm.ORDERS_CLIENT, tasks);
        assertThat(ended.code()).as(ended.err()).isZero();
    }
}
