package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A real GraphQL server behind a real check of tokens. */
final class GraphQLIT extends ServiceCase {

    GraphQLIT(ResourceServer service) {
        super(service);
    }

    @Test
    void run_queryPerEntityWithTokensOf2s_answersAllInOrder() throws Exception {
        writeIds(200);

        Tokenport.Ended ended = run(Realm.SHORT_LIVED_CLIENT, """
                ids: {operator: json-dataset, parameters: {file: ids.json}}
                orders:
                  operator: graphql-query
                  config: auth
                  inputs: ids
                  parameters:
                    graphql_url: "SERVICE/graphql?delay=150"
                    graphql_query: "query ($id: Int!) { order(id: $id) { id customer } }"
                    graphql_variable_values: '{"id": {{ id }}}'
                    carry: number
                    parallel: 8
                file: {operator: json-dataset, inputs: orders, parameters: {file: answer.json}}
                """);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(workflow.values("answer.json", "number"))
                .isEqualTo(IntStream.rangeClosed(1, 200)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(workflow.values("answer.json", "customer")).hasSize(200).startsWith("customer 2", "customer 3");
        assertThat(service.tokenRequests().count()).isBetween(3, 12);
        assertThat(service.tokenRequests().mostUnderWay()).isEqualTo(1);
    }

    @Test
    void run_mutationOfEachEntity_keepsEveryCharacter() throws Exception {
        Files.writeString(folder.resolve("ids.json"), "[{\"name\": \"Müller \\\"& Sons\\\" {{ x }} \\n }\"}]");

        Tokenport.Ended ended = run(Realm.ORDERS_CLIENT, """
                ids: {operator: json-dataset, parameters: {file: ids.json}}
                orders:
                  operator: graphql-query
                  config: auth
                  inputs: ids
                  parameters:
                    graphql_url: "SERVICE/graphql"
                    graphql_query: "mutation { createOrder(customer: {{ name }}) { id customer } }"
                file: {operator: json-dataset, inputs: orders, parameters: {file: answer.json}}
                """);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(workflow.text("answer.json")).contains("Müller \\\"& Sons\\\" {{ x }} \\n }");
    }

    @Test
    void run_tokenForAnotherAudience_isAnErrorAfterOneRenewal() throws Exception {
        Tokenport.Ended ended = run(Realm.ADMIN_CLIENT, """
                orders:
                  operator: graphql-query
                  config: auth
                  parameters: {graphql_url: "SERVICE/graphql", graphql_query: "{ orders { id } }"}
                file: {operator: json-dataset, inputs: orders, parameters: {file: answer.json}}
                """);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("task 'orders' (GraphQL", " answered 401 (invalid_token: ")
                .endsWith("; this was with the token's successor, after the first one was refused\n");
        assertThat(service.tokenRequests().count()).isEqualTo(2);
    }

    private void writeIds(int count) throws Exception {
        Files.writeString(
                folder.resolve("ids.json"),
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> "{\"number\": " + number + ", \"id\": " + (number % 25 + 1) + "}")
                        .collect(Collectors.joining(", ", "[", "]")));
    }
}
