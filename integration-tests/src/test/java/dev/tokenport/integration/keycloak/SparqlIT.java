package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real SPARQL server behind a real check of tokens. */
final class SparqlIT extends ServiceCase {

    private static final int ROWS = 160;

    SparqlIT(ResourceServer service) {
        super(service);
    }

    @BeforeEach
    void writeRows() throws Exception {
        Files.writeString(
                folder.resolve("rows.json"),
                IntStream.rangeClosed(1, ROWS)
                        .mapToObj(id -> "{\"id\": " + id + ", \"name\": \"\\\"größer\\\" > " + id + " } ; DROP ALL\"}")
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    @Test
    void run_updatesAndQueriesWithTokensOf2s_giveBackWhatWasWritten() throws Exception {
        service.sparql().delay(Duration.ofMillis(150));

        Tokenport.Ended ended = run(Realm.SHORT_LIVED_CLIENT, """
                rows: {operator: json-dataset, parameters: {file: rows.json}}
                write:
                  operator: sparql-update
                  config: auth
                  inputs: rows
                  parameters:
                    sparql_endpoint: "UPDATES"
                    sparql_update: "INSERT DATA { <urn:order:{{ id }}> <urn:name> {{ name }} }"
                    batch_size: 2
                    parallel: 4
                ids: {operator: json-dataset, after: write, parameters: {file: rows.json}}
                read:
                  operator: sparql-query
                  config: auth
                  inputs: ids
                  after: write
                  parameters:
                    sparql_endpoint: "QUERIES"
                    sparql_query: "SELECT ?found { <urn:order:{{ id }}> <urn:name> ?found }"
                    carry: id name
                    parallel: 8
                file: {operator: json-dataset, inputs: read, parameters: {file: answer.json}}
                """);

        assertThat(ended.code()).as(ended.err()).isZero();
        List<String> ids =
                IntStream.rangeClosed(1, ROWS).mapToObj(Integer::toString).toList();
        assertThat(workflow.values("answer.json", "id")).isEqualTo(ids);
        assertThat(workflow.values("answer.json", "found")).isEqualTo(workflow.values("rows.json", "name"));
        assertThat(service.sparql().traffic().exchanges())
                .hasSize(ROWS / 2 + ROWS + (int) service.sparql().traffic().answered(401));
        assertThat(service.tokenRequests().count()).isBetween(3, 20);
        assertThat(service.tokenRequests().mostUnderWay()).isEqualTo(1);
        assertThat(ended.out() + ended.err() + workflow.text("report.json")).doesNotContain("eyJ", Realm.PLAIN_SECRET);
    }

    @Test
    void run_withoutAToken_isRefusedInOneLine() throws Exception {
        Tokenport.Ended ended =
                workflow.run("""
                read:
                  operator: sparql-query
                  parameters: {sparql_endpoint: "QUERIES", sparql_query: "ASK {}"}
                file: {operator: json-dataset, inputs: read, parameters: {file: answer.json}}
                """.replace("QUERIES", service.sparql().queries()));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("task 'read' (SPARQL query): ", " answered 401");
        assertThat(service.sparql().traffic().answered(401)).isEqualTo(1);
    }
}
