package dev.tokenport.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer becomes. */
final class GraphQLAnswerTest extends ScriptedCase {

    @Test
    void data_oneFieldWithAList_isAnEntityPerElement() throws Exception {
        server.answer(Answer.json(
                200,
                "{\"extensions\":{\"a\":[{}]},\"data\":{\"orders\":[{\"id\":1.50,\"tags\":[\"a\"],\"by\":null},null,"
                        + "{\"id\":2}]}}"));

        assertThat(ask(asked("query { orders { id tags by { name } } }")))
                .containsExactly(
                        Entity.of(
                                "",
                                Schema.of("", "id", "tags", "by"),
                                List.of(number("1.50"), json("[\"a\"]"), json("null"))),
                        row("id", number("2")));
    }

    @Test
    void data_oneFieldWithAnObject_isOneEntity() throws Exception {
        server.answer(Answer.json(200, "{\"data\":{\"o\":{\"id\":\"7\",\"paid\":true}}}"));

        assertThat(ask(asked("{ o: order { ...F } } fragment F on Order { id paid }")))
                .containsExactly(Entity.of(
                        "",
                        Schema.of("", "id", "paid"),
                        List.of(Value.of("7"), new Value.Text("true", JsonType.BOOLEAN))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ a { id } b }",
                "{ a { id } ... on Query { b } }",
                "{ ...F } fragment F on Query { a { id } b }"
            })
    void data_severalFields_isOneEntityWithAPathEach(String query) throws Exception {
        server.answer(Answer.json(200, "{\"data\":{\"a\":[{\"id\":1}],\"b\":null}}"));

        assertThat(ask(asked(query)))
                .containsExactly(Entity.of("", Schema.of("", "a", "b"), List.of(json("[{\"id\":1}]"), json("null"))));
    }

    @Test
    void data_oneFieldWithoutFields_isOneEntityWithThatPath() throws Exception {
        server.answer(Answer.json(200, "{\"data\":{\"tags\":[\"a\",\"b\"]}}"));

        assertThat(ask(asked("{ tags }"))).containsExactly(row("tags", json("[\"a\",\"b\"]")));
    }

    @Test
    void data_nullFieldWithoutErrors_givesNoEntity() throws Exception {
        server.answer(Answer.json(200, "{\"data\":{\"order\":null}}"));

        assertThat(ask(asked("{ order { id } }"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /orders/nodes   | {"orders":{"total":2,"nodes":[{"id":1},{"id":2}],"page":{"x":[3]}}} | 1 2
            /orders/0/nodes | {"orders":[{"nodes":[{"id":1}]},{"nodes":[{"id":2}]}]}              | 1
            /orders/nodes   | {"orders":null}                                                     |
            /orders/nodes   | {"orders":{"nodes":null}}                                           |
            /orders/nodes   | {"orders":{"nodes":{"id":5}}}                                       | 5
            """)
    void records_elsewhere_areTakenFromThere(String pointer, String data, String ids) throws Exception {
        server.answer(Answer.json(200, "{\"data\":" + data + "}"));

        List<Entity> entities =
                ask(asked("{ orders { total nodes { id } page { x } } }").records(pointer));

        List<Entity> expected = ids == null
                ? List.of()
                : List.of(ids.split(" ", -1)).stream()
                        .map(id -> row("id", number(id)))
                        .toList();
        assertThat(entities).isEqualTo(expected);
    }

    @Test
    void records_behindAnArray_areAnError() {
        server.answer(Answer.json(200, "{\"data\":{\"orders\":[{\"lines\":[{\"id\":1}]}]}}"));

        assertThatThrownBy(() -> ask(asked("{ orders { lines { id } } }").records("/orders/lines")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("POST " + url + " answered what is no answer of GraphQL, line 1, column 19: the way to the"
                        + " records, /data/orders/lines, leads through an array at /data/orders; name one of its"
                        + " elements, or take the array");
    }

    @Test
    void records_theQueryDoesNotAskFor_areNotSent() {
        assertThatThrownBy(() -> ask(asked("{ orders { nodes { id } count } }").records("/orders/node/id")))
                .hasMessage("graphql_records '/orders/node/id' names 'node', which the query does not ask for there (it"
                        + " asks for: nodes, count); did you mean 'nodes'?");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"message\":\"no\\nprice\\u001b[1m\",\"path\":[\"orders\",1,\"price\"]}],\"data\":{\"orders\":[{\"id\":1}]}}",
                "{\"data\":{\"orders\":[{\"id\":1}]},\"errors\":[{\"message\":\"no\\nprice\\u001b[1m\",\"path\":[\"orders\",1,\"price\"]}]}"
            })
    void errors_besideData_areAWarning(String body) throws Exception {
        server.answer(Answer.json(200, body));
        var context = context();

        List<Entity> entities = ask(asked(ORDERS), context);

        assertThat(entities).containsExactly(row("id", number("1")));
        assertThat(context.warnings())
                .containsExactly(
                        "POST " + url + " answered an error: orders.1.price: no price [1m; the data beside is used");
        assertThat(context.facts()).isEqualTo(Map.of("requests", "1", "status", "200", "errors", "1"));
    }

    @Test
    void errors_perEntity_nameTheEntityAndAreCounted() throws Exception {
        String good = "{\"data\":{\"orders\":[]}}";
        String partial = "{\"data\":{\"orders\":[]},\"errors\":["
                + "{\"message\":\"a\"},{\"message\":\"b\"},{},{\"message\":\"d\"},\"e\"]}";
        String bad = "{\"data\":null,\"errors\":[{\"message\":\"forbidden\"}]}";
        server.answer(Answer.json(200, good), Answer.json(200, bad), Answer.json(500, "x"), Answer.json(200, partial));
        var context = context();

        ask(asked(ORDERS).skipping(), context, rows("id", "1", "2", "3", "4"));

        assertThat(context.warnings())
                .containsExactly("entity 4: POST " + url
                        + " answered 5 errors: a; b; no message; and 2 more; the data beside is used");
        assertThat(context.rejects())
                .extracting(reject -> reject.reason())
                .containsExactly(
                        "POST " + url + " answered an error: forbidden",
                        "POST " + url + " answered 500: x (after 1 attempt)");
        assertThat(context.facts()).containsEntry("errors", "6");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"errors":[{"message":"bad"}]}                                    | { order { id } }
            {"errors":[{"message":"bad"}],"data":null}                        | { order { id } }
            {"data":{"order":null},"errors":[{"message":"bad"}]}              | { order { id } }
            {"data":{"order":null,"b":null},"errors":[{"message":"bad"}]}     | { order { id } b }
            {"errors":{"message":"bad"}}                                      | { order { id } }
            """)
    void errors_withoutData_failTheEntity(String body, String query) {
        server.answer(Answer.json(200, body));

        assertThatThrownBy(() -> ask(asked(query)))
                .isInstanceOf(OperatorException.class)
                .hasMessage("POST " + url + " answered an error: bad");
    }

    @Test
    void errors_thatQuoteTheToken_areRedacted() {
        server.answer(Answer.json(200, "{\"errors\":[{\"message\":\"token s3cr3t-t0ken is bad\"}]}"));

        assertThatThrownBy(() -> ask(asked(ORDERS).token(Secret.of("s3cr3t-t0ken"))))
                .hasMessage("POST " + url + " answered an error: token *** is bad");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                   | answered nothing
            {}                  | answered what is no answer of GraphQL: it has neither data nor errors
            {"data":null}       | answered what is no answer of GraphQL: it has neither data nor errors
            [1]                 | answered what is no answer of GraphQL, line 1, column 1: it is not a JSON object
            {"data":[1]}        | answered what is no answer of GraphQL, line 1, column 9: its data is not an object
            {"data":{}} {}      | answered what is no answer of GraphQL, line 1, column 13: more follows after the end of the JSON value
            {"data":{},"data":1}| answered what is no answer of GraphQL, line 1, column 18: Duplicate Object property "data"
            <p>hi</p>           | answered what is no answer of GraphQL, line 1, column 1: Unexpected character ('<' (code 60)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
            {"data":{"orders":[ | answered what is no answer of GraphQL, line 1, column 20: Unexpected end-of-input: expected close marker for Array
            """)
    void answer_thatIsNoneOfGraphQL_isAnError(String body, String message) {
        server.answer(Answer.json(200, body == null ? "" : body));

        assertThatThrownBy(() -> ask(asked(ORDERS)))
                .isInstanceOf(OperatorException.class)
                .hasMessage("POST " + url + " " + message);
    }
}
