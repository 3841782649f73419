package dev.tokenport.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent, and what is checked before. */
final class GraphQLRequestTest extends ScriptedCase {

    private static final Answer NONE = Answer.json(200, "{\"data\":{\"orders\":[]}}");

    @Test
    void request_withToken_isAPostOfJsonWithAuthorization() throws Exception {
        server.answer(NONE);

        ask(asked("query ($a: Int) {\n orders(a: $a) { id } }")
                .variables("{\"a\": 1.50}")
                .token(Secret.of("t0ken")));

        RecordedRequest request = server.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/graphql");
        assertThat(request.headers().all("Authorization")).containsExactly("Bearer t0ken");
        assertThat(request.headers().all("Content-Type")).containsExactly("application/json");
        assertThat(request.headers().all("Accept"))
                .containsExactly("application/graphql-response+json, application/json;q=0.9");
        assertThat(request.body())
                .isEqualTo("{\"query\":\"query ($a: Int) {\\n orders(a: $a) { id } }\",\"variables\":{\"a\": 1.50}}");
    }

    @Test
    void request_emptyTokenAndVariables_hasNoHeaderAndNoVariables() throws Exception {
        server.answer(NONE);

        ask(asked(ORDERS).variables(" ").token(Secret.of("")));

        assertThat(server.request().headers().all("Authorization")).isEmpty();
        assertThat(server.request().body()).isEqualTo("{\"query\":\"{ orders { id } }\",\"variables\":{}}");
    }

    @Test
    void request_oneOfSeveralOperations_isNamed() throws Exception {
        server.answer(NONE);

        ask(asked("query A { a } query B { orders { id } }").operationName("B"));

        assertThat(server.request().body())
                .isEqualTo(
                        "{\"query\":\"query A { a } query B { orders { id } }\",\"operationName\":\"B\",\"variables\":{}}");
    }

    @Test
    void templates_perEntity_areOneRequestEach() throws Exception {
        server.answer(NONE, NONE);

        ask(asked("{ orders(of: {{ name }}) { id } }").variables("{\"a\": {{ name }}}"), rows("name", "x\"y", "z"));

        assertThat(server.requests())
                .extracting(RecordedRequest::body)
                .containsExactly(
                        "{\"query\":\"{ orders(of:  \\\"x\\\\\\\"y\\\" ) { id } }\",\"variables\":{\"a\": \"x\\\"y\"}}",
                        "{\"query\":\"{ orders(of:  \\\"z\\\" ) { id } }\",\"variables\":{\"a\": \"z\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{ a }}`                               | graphql_query, line 1, column 6: There are extra tokens in the text that have not been consumed. Offending token '}'
            `{ a(b: "x) }`                         | graphql_query, line 1, column 8: ANTLR error 'token recognition error at: '"x) }''
            `{`                                    | graphql_query, line 1, column 2: offending token '<EOF>'
            `fragment F on A { b }`                | graphql_query has no operation, only fragments
            `{ ...F }`                             | graphql_query uses the fragment 'F', which is not defined in it
            `type A { b: Int }`                    | graphql_query, line 1, column 1: the definition 'A' belongs to a schema; only operations and fragments can be sent
            `subscription { a }`                   | graphql_query, line 1, column 1: a subscription cannot be answered by one request; ask with a query instead
            `query A { a } query B { b }`          | graphql_query has 2 operations (A, B); name the one to execute with graphql_operation_name
            `query A($x: ID!, $y: Int! = 1) { a }` | graphql_variable_values has no value for 'x', which the query needs
            """)
    void query_thatCannotBeExecuted_isNotSent(String query, String message) {
        assertThatThrownBy(() -> ask(asked(query)))
                .isInstanceOf(OperatorException.class)
                .hasMessage(message);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void query_withoutTheNamedOperation_namesTheNearest() {
        assertThatThrownBy(() -> ask(asked("query Orders { a } query B { b }").operationName("Order")))
                .hasMessage("graphql_operation_name 'Order' is no operation of graphql_query, which has: Orders, B; did"
                        + " you mean 'Orders'?");
    }

    @Test
    void query_hugeOrDeep_isRefusedBeforeItCostsMuch() {
        String many = "{" + "a ".repeat(200_001) + "}";
        String deep = "{a".repeat(1000) + "}".repeat(1000);

        assertThatThrownBy(() -> ask(asked(many)))
                .hasMessageStartingWith("graphql_query, line 1, column ")
                .hasMessageContaining("More than 200,000 'grammar' tokens have been presented");
        assertThatThrownBy(() -> ask(asked(deep)))
                .hasMessageContaining("More than 500 deep 'grammar' rules have been entered");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `[1]`             | graphql_variable_values is not a JSON object, such as {"id": 1}
            `"x"`             | graphql_variable_values is not a JSON object, such as {"id": 1}
            `{"a": 1, "a": 2}`| graphql_variable_values, line 1, column 13: Duplicate Object property "a"
            `{"a": }`         | graphql_variable_values, line 1, column 7: Unexpected character ('}' (code 125)): expected a value
            `{} {}`           | graphql_variable_values, line 1, column 4: more follows after the end of the JSON value
            """)
    void variables_thatAreNoJsonObject_areNotSent(String variables, String message) {
        assertThatThrownBy(() -> ask(asked(ORDERS).variables(variables)))
                .isInstanceOf(OperatorException.class)
                .hasMessage(message);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void variables_explicitNullForWhatIsNeeded_areNotSent() {
        assertThatThrownBy(() -> ask(asked("query ($x: ID!) { a(x: $x) { b } }").variables("{\"x\": null}")))
                .hasMessage("graphql_variable_values has no value for 'x', which the query needs");
    }

    @Test
    void template_brokenByOneEntity_givesUpThatEntity() throws Exception {
        server.answer(NONE);
        var context = context();
        Entities inputs = rows("f", "id }", "id");

        ask(asked("{ orders { {{ f | raw }} } }").skipping(), context, inputs);

        assertThat(context.rejects())
                .extracting(reject -> reject.reason())
                .containsExactly(
                        "graphql_query, line 1, column 19: There are extra tokens in the text that have not been"
                                + " consumed. Offending token '}'");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void template_ofAnUnknownPath_namesThoseThereAre() {
        assertThatThrownBy(() -> ask(asked("{ orders(a: {{ nme }}) { id } }"), rows("name", "x")))
                .hasMessage("graphql_query names 'nme', which is unknown (the entity has: name)");
    }

    @Test
    void template_withASecret_isRedactedInMessages() {
        var schema = Schema.of("", "key");
        Entities inputs =
                Entities.of(schema, List.of(Entity.of("", schema, List.of(Value.of(Secret.of("s3cr3t-value"))))));

        assertThatThrownBy(() -> ask(asked("{ a(k: 1) {{ key | raw }} {{ key }} }"), inputs))
                .hasMessageStartingWith("graphql_query, line 1, column ")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void ports_withADataset_haveNoOutput() {
        var operator = new GraphQLQuery();
        var without = new KnownParameters(Map.of("graphql_dataset", ""));
        var with = new KnownParameters(Map.of("graphql_dataset", "a.json"));

        assertThat(operator.ports(without).output()).isPresent();
        assertThat(operator.ports(with).output()).isEmpty();
        assertThat(operator.ports(with).rejects()).isPresent();
        assertThat(operator.filesWritten(without, 1)).isEmpty();
        assertThat(operator.filesWritten(with, 0)).isEqualTo(Set.of("graphql_dataset"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { a }                    | true
            mutation { a }           | false
            query A{a} mutation B{a} | false
            { a({{ b }}) }           | false
            { a                      | false
            """)
    void repeatable_isAQueryThatIsKnown(String query, boolean repeatable) {
        assertThat(new GraphQLQuery().repeatable(new KnownParameters(Map.of("graphql_query", query))))
                .isEqualTo(repeatable);
    }

    @Test
    void url_plainHttpToAFarHost_isRefusedWithAToken() {
        var list = ParameterList.of(GraphQLParameters.class);
        Map<String, RawValue> values = Map.of(
                "graphql_url", RawValue.of("http://api.example.org/graphql"),
                "graphql_query", RawValue.of(ORDERS),
                "oauth_access_token", new RawValue.Scalar(Value.of(Secret.of("t0ken"))));

        assertThat(list.check(values))
                .extracting(fault -> fault.message())
                .containsExactly(
                        "graphql_url 'http://api.example.org/graphql' is plain http to a far host, where everyone on"
                                + " the way can read the credentials; use https, or set allow_insecure_http");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            ``       | `orders` | ``   | graphql_records 'orders' is not a JSON pointer: it has to be empty or to begin with '/'
            `a.json` | `/orders`| ``   | graphql_records '/orders' is given with graphql_dataset, which takes the whole data
            `a.json` | ``       | `id` | carry 'id' is given with graphql_dataset, which takes the data as it is
            `/`      | ``       | ``   | graphql_dataset '/' names no file
            """)
    void parameters_thatDoNotFit_areRefused(String dataset, String records, String carry, String message) {
        assertThatThrownBy(() -> asked(ORDERS)
                        .dataset(dataset)
                        .records(records)
                        .carrying(carry, "")
                        .parameters())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
