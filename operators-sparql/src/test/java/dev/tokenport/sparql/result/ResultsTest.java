package dev.tokenport.sparql.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResultsTest {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    @Test
    void next_select_isAnEntityPerSolutionWithAPathPerVariable() throws Exception {
        List<Entity> entities = read(Terms.VALUES, """
                {"head": {"link": ["x"], "vars": ["b", "a", "b"]}, "results": {"distinct": false, "bindings": [
                  {"a": {"type": "uri", "value": "http://example.org/ü"}, "b": {"type": "bnode", "value": "b0"}},
                  {},
                  {"b": {"value": "text", "xml:lang": "en", "type": "literal"}}
                ]}, "other": [{"a": 1}]}
                """);

        Schema schema = Schema.of("", "b", "a");
        assertThat(entities)
                .containsExactly(
                        Entity.of("", schema, List.of(Value.of("_:b0"), Value.of("http://example.org/ü"))),
                        new Entity("", schema, List.of(List.of(), List.of())),
                        new Entity("", schema, List.of(List.of(Value.of("text")), List.of())));
    }

    @Test
    void next_headAtTheEnd_takesVariablesAsTheyCome() throws Exception {
        List<Entity> entities = read(Terms.VALUES, """
                {"results": {"bindings": [
                  {"b": {"type": "literal", "value": "1"}},
                  {"a": {"type": "literal", "value": "2"}}
                ]}, "head": {"vars": ["a", "b"]}}
                """);

        assertThat(entities)
                .containsExactly(
                        Entity.of("", Schema.of("", "b"), List.of(Value.of("1"))),
                        new Entity("", Schema.of("", "b", "a"), List.of(List.of(), List.of(Value.of("2")))));
    }

    @ParameterizedTest
    @CsvSource({
        "integer,-12,NUMBER,-12",
        "decimal,1.50,NUMBER,1.50",
        "double,1.0E0,NUMBER,1.0E0",
        "unsignedByte,0,NUMBER,0",
        "integer,+1,STRING,+1",
        "integer,007,STRING,007",
        "decimal,.5,STRING,.5",
        "decimal,1.,STRING,1.",
        "double,NaN,STRING,NaN",
        "float,-INF,STRING,-INF",
        "integer,' 1',STRING,' 1'",
        "boolean,true,BOOLEAN,true",
        "boolean,0,BOOLEAN,false",
        "boolean,1,BOOLEAN,true",
        "boolean,TRUE,STRING,TRUE",
        "string,1,STRING,1",
        "dateTime,2026-01-01T00:00:00Z,STRING,2026-01-01T00:00:00Z",
    })
    void next_typedLiteral_isWhatJsonHasForIt(String datatype, String lexical, JsonType type, String text)
            throws Exception {
        for (String kind : List.of("literal", "typed-literal")) {
            List<Entity> entities = read(
                    Terms.VALUES,
                    "{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[{\"a\":{\"type\":\"" + kind
                            + "\",\"value\":\"" + lexical + "\",\"datatype\":\"" + XSD + datatype + "\"}}]}}");

            assertThat(entities)
                    .containsExactly(Entity.of("", Schema.of("", "a"), List.of(new Value.Text(text, type))));
        }
    }

    @Test
    void next_otherDatatype_isText() throws Exception {
        List<Entity> entities = read(
                Terms.VALUES,
                "{\"results\":{\"bindings\":[{\"a\":{\"type\":\"literal\",\"value\":\"1\",\"datatype\":\"http://x#integer\"}}]}}");

        assertThat(entities).containsExactly(Entity.of("", Schema.of("", "a"), List.of(Value.of("1"))));
    }

    @Test
    void next_termsAsRdf_standAsTheyWere() throws Exception {
        List<Entity> entities = read(
                Terms.RDF,
                "{\"results\":{\"bindings\":[{\"a\":{ \"type\":\"literal\", \"value\":\"\\u00fc\\n\", \"xml:lang\":\"de\"}}]}}");

        assertThat(entities)
                .containsExactly(Entity.of(
                        "",
                        Schema.of("", "a"),
                        List.of(json("{\"type\":\"literal\",\"value\":\"ü\\n\",\"xml:lang\":\"de\"}"))));
    }

    @Test
    void next_tripleTerm_isJson() throws Exception {
        String triple =
                "{\"type\":\"triple\",\"value\":{\"subject\":{\"type\":\"uri\",\"value\":\"a:b\"},\"x\":[1.50,[true,null]]}}";

        List<Entity> entities = read(Terms.VALUES, "{\"results\":{\"bindings\":[{\"a\":" + triple + "}]}}");

        assertThat(entities).containsExactly(Entity.of("", Schema.of("", "a"), List.of(json(triple))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void next_ask_isOneEntity(String answer) throws Exception {
        assertThat(read(Terms.VALUES, "{\"head\":{},\"boolean\":" + answer + "}"))
                .containsExactly(
                        Entity.of("", Schema.of("", "boolean"), List.of(new Value.Text(answer, JsonType.BOOLEAN))));
    }

    @Test
    void next_noSolutions_isNoEntity() throws Exception {
        assertThat(read(Terms.VALUES, "{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[]}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "[] | lacks an object, line 1, column 1",
                "{} | has neither 'results' with 'bindings' nor 'boolean' in it",
                "{\"results\":{}} | has neither 'results' with 'bindings' nor 'boolean' in it",
                "{\"results\":[]} | lacks an object under 'results', line 1, column 12",
                "{\"results\":{\"bindings\":null}} | lacks an array under 'bindings', line 1, column 24",
                "{\"results\":{\"bindings\":[1]}} | lacks an object as a solution, line 1, column 25",
                "{\"results\":{\"bindings\":[{\"a\":\"b\"}]}} | lacks an object as a term, line 1, column 30",
                "{\"results\":{\"bindings\":[{\"a\":{\"value\":\"b\"}}]}} | has a term without type",
                "{\"results\":{\"bindings\":[{\"a\":{\"type\":\"uri\"}}]}} | has a term without value",
                "{\"head\":[]} | lacks an object under 'head', line 1, column 9",
                "{\"head\":{\"vars\":\"a\"}} | lacks an array under 'vars', line 1, column 17",
                "{\"head\":{\"vars\":[1]}} | lacks a string in 'vars', line 1, column 18",
                "{\"boolean\":\"true\"} | lacks true or false under 'boolean', line 1, column 12",
                "{\"boolean\":true} {} | has more behind the end of the JSON, line 1, column 18",
                "{\"results\":{\"bindings\":[{\"a\":{ | ends in the middle, line 1, column 31",
                "{\"boolean\":true | ends in the middle, line 1, column 16",
            })
    void next_otherThanResults_isAFault(String text, String message) {
        assertThatThrownBy(() -> read(Terms.VALUES, text))
                .isInstanceOf(ResultFault.class)
                .hasMessage(message);
    }

    @Test
    void next_noJson_isAFault() {
        assertThatThrownBy(() -> read(Terms.VALUES, "\n<html>"))
                .isInstanceOf(ResultFault.class)
                .hasMessageStartingWith("is not JSON, line 2, column 1: Unexpected character ('<'");
    }

    @Test
    void next_endless_isReadAsItComes() throws Exception {
        byte[] solution = "{\"a\":{\"type\":\"literal\",\"value\":\"x\"}},".getBytes(UTF_8);
        byte[] beginning = "{\"results\":{\"bindings\":[".getBytes(UTF_8);
        var endless = new InputStream() {
            private int position;

            @Override
            public int read() {
                int at = position++;
                return at < beginning.length ? beginning[at] : solution[(at - beginning.length) % solution.length];
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                for (int i = offset; i < offset + length; i++) {
                    bytes[i] = (byte) read();
                }
                return length;
            }
        };

        try (var results = new Results(endless, Terms.VALUES)) {
            for (int i = 0; i < 100_000; i++) {
                assertThat(results.next()).isNotNull();
            }
        }
    }

    private static Value json(String text) {
        return new Value.Text(text, JsonType.JSON);
    }

    private static List<Entity> read(Terms terms, String text) throws ResultFault, IOException {
        List<Entity> entities = new ArrayList<>();
        try (var results = new Results(new ByteArrayInputStream(text.getBytes(UTF_8)), terms)) {
            for (Entity entity = results.next(); entity != null; entity = results.next()) {
                entities.add(entity);
            }
        }
        return entities;
    }
}
