package dev.tokenport.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.ParameterFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be told of a query before a run. */
final class KnownQueryTest {

    private static List<String> faults(Map<String, String> known) {
        return new GraphQLQuery()
                .faults(new KnownParameters(known)).stream()
                        .map(ParameterFault::message)
                        .toList();
    }

    private static Map<String, String> known(String query, String variables, String operationName, String records) {
        return Map.of(
                GraphQLParameters.QUERY,
                query,
                GraphQLParameters.VARIABLES,
                variables,
                GraphQLParameters.OPERATION_NAME,
                operationName,
                GraphQLParameters.RECORDS,
                records);
    }

    @Test
    void faults_goodQuery_areNone() {
        assertThat(faults(known("query ($id: ID!) { order(id: $id) { id } }", "{\"id\": 1}", "", "/order")))
                .isEmpty();
    }

    @Test
    void faults_operationThatDoesNotExist_areOfTheName() {
        assertThat(new GraphQLQuery().faults(new KnownParameters(known("query all { a }", "{}", "al", ""))))
                .containsExactly(new ParameterFault(
                        GraphQLParameters.OPERATION_NAME,
                        ParameterFault.Kind.INVALID,
                        "graphql_operation_name 'al' is no operation of graphql_query, which has: all; did you mean"
                                + " 'all'?"));
    }

    @Test
    void faults_templates_areOfTheirSyntaxOnly() {
        assertThat(faults(known("{ a(b: {{ b }}) }", "{{ c }}", "", ""))).isEmpty();
        assertThat(faults(known("{ a(b: {{ b) }", "{}", "", "")))
                .singleElement()
                .asString()
                .startsWith("graphql_query is not a template, line 1: ");
    }

    @Test
    void faults_variablesThatAreNotKnown_areOfTheQueryAlone() {
        assertThat(faults(Map.of(GraphQLParameters.QUERY, "query ($id: ID!) { a(id: $id) }")))
                .isEmpty();
        assertThat(faults(Map.of(GraphQLParameters.QUERY, "{ a ")))
                .containsExactly("graphql_query, line 1, column 5: offending token '<EOF>'");
    }

    @Test
    void faults_variablesOfAQueryThatIsNotKnown_areOfTheirJson() {
        assertThat(faults(Map.of(GraphQLParameters.VARIABLES, "[]")))
                .containsExactly("graphql_variable_values is not a JSON object, such as {\"id\": 1}");
    }

    @Test
    void faults_nothingKnown_areNone() {
        assertThat(faults(Map.of())).isEmpty();
    }
}
