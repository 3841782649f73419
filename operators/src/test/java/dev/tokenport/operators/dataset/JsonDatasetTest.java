package dev.tokenport.operators.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonDatasetTest extends DatasetCase {

    @Test
    void source_arrayOfObjects_keepsTypesAndDigits() throws Exception {
        given("a.json", "\uFEFF[{\"id\": 1.50, \"name\": \"ä\", \"ok\": true, \"more\": {\"n\": [1E+2, null]}}, {}]");

        List<Entity> entities = all(json("a.json"));

        assertThat(entities)
                .containsExactly(
                        Entity.of(
                                "",
                                Schema.of("", "id", "name", "ok", "more"),
                                List.of(
                                        new Value.Text("1.50", JsonType.NUMBER),
                                        Value.of("ä"),
                                        new Value.Text("true", JsonType.BOOLEAN),
                                        new Value.Text("{\"n\":[1E+2,null]}", JsonType.JSON))),
                        Entity.of("", Schema.of(""), List.of()));
    }

    @Test
    void source_oneObject_isOneEntity() throws Exception {
        given("a.json", "{\"id\": null}");

        List<Entity> entities = all(json("a.json"));

        assertThat(entities)
                .containsExactly(Entity.of("", Schema.of("", "id"), List.of(new Value.Text("null", JsonType.JSON))));
    }

    @Test
    void source_sameMembers_shareOneSchema() throws Exception {
        given("a.json", "[{\"a\": 1}, {\"b\": 1}, {\"a\": 2}]");

        List<Entity> entities = all(json("a.json"));

        assertThat(entities.get(0).schema()).isSameAs(entities.get(2).schema());
    }

    @Test
    void chain_jsonToJson_isTheSameJson() throws Exception {
        String content = """
                [
                {"b":1,"a":-0.0,"c":123456789012345678901234567890.10,"e":1e400},
                {"a":"\\"\\\\\\n\\u0001 €\uD83D\uDE00 \\ud83d","empty":[],"o":{},"n":null,"t":true},
                {},
                {"":"","x":[{"y":[1.0,"ü"]},[]]}
                ]
                """;
        given("a.json", content);

        json("b.json", open(json("a.json")));

        assertThat(content("b.json")).isEqualTo(content);
    }

    @Test
    void chain_ontoItsOwnSource_replacesTheFileAtTheEnd() throws Exception {
        given("a.json", "[{\"a\":1},{\"a\":2}]");

        List<Entity> entities = all(json("a.json", open(json("a.json")), stream(entity("b", "3"))));

        assertThat(content("a.json")).isEqualTo("[\n{\"a\":1},\n{\"a\":2},\n{\"b\":\"3\"}\n]\n");
        assertThat(entities).hasSize(3);
        assertThat(files()).containsExactly("a.json");
    }

    @Test
    void sink_noEntity_writesAnEmptyArray() throws Exception {
        json("a.json", stream());

        assertThat(content("a.json")).isEqualTo("[]\n");
        assertThat(all(json("a.json"))).isEmpty();
    }

    @Test
    void sink_severalValues_becomeAnArray() throws Exception {
        var schema = Schema.of("", "a", "b");
        var entity = new Entity("", schema, List.of(List.of(Value.of("x"), Value.of("y")), List.of()));

        json("a.json", Entities.of(schema, List.of(entity)));

        assertThat(content("a.json")).isEqualTo("[\n{\"a\":[\"x\",\"y\"]}\n]\n");
    }

    @Test
    void sink_secretValue_isRefusedAndLeavesTheOldFile() throws Exception {
        given("a.json", "[]");
        var entity = Entity.of(
                "",
                Schema.of("", "oauth_access_token"),
                List.of(new Value.SecretValue(Secret.of("hidden-token"), "auth")));

        assertThatThrownBy(() -> json("a.json", stream(entity("a", "1"), entity)))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "file 'a.json' is to receive the path 'oauth_access_token', but a secret value of task 'auth'"
                                + " is not written to a file; connect it to the config port of the task that needs it");
        assertThat(content("a.json")).isEqualTo("[]");
        assertThat(files()).containsExactly("a.json");
    }

    @Test
    void sink_failingInput_leavesNothing() throws Exception {
        assertThatThrownBy(() -> json("a.json", failing("no more", entity("a", "1"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("no more");

        assertThat(files()).isEmpty();
    }

    @Test
    void sink_cancelled_leavesNothing() throws Exception {
        var context = context();
        context.cancel();
        var inputs = new Inputs(List.of(stream(entity("a", "1"))));

        assertThatThrownBy(() -> new JsonDataset()
                        .execute(
                                new JsonDatasetParameters(
                                        "a.json", "", JsonDatasetParameters.Layout.AUTO, encoding("UTF-8")),
                                inputs,
                                context))
                .isInstanceOf(InterruptedException.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void sink_existingFile_keepsItsPermissions() throws Exception {
        given("a.json", "[]");
        Files.setPosixFilePermissions(folder.resolve("a.json"), PosixFilePermissions.fromString("rw-r-----"));

        json("a.json", stream());

        assertThat(Files.getPosixFilePermissions(folder.resolve("a.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    }

    @Test
    void sink_symbolicLink_replacesWhatItLeadsTo() throws Exception {
        given("real.json", "[]");
        Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("real.json"));

        json("link.json", stream(entity("a", "1")));

        assertThat(folder.resolve("link.json")).isSymbolicLink();
        assertThat(content("real.json")).isEqualTo("[\n{\"a\":\"1\"}\n]\n");
    }

    @Test
    void sink_missingFolder_isAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> json("out/a.json", stream()))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'out/a.json' is in a folder that does not exist: " + folder.resolve("out")
                        + "; create it first");
    }

    @Test
    void source_missingFile_namesWhereItWasLookedFor() {
        assertThatThrownBy(() -> json("a.json"))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.json' does not exist: " + folder.resolve("a.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"a\":1},\\n{\"a\" 2}] | line 2, column 6: Unexpected character ('2' (code 50)): was expecting a colon to separate property name and value",
                "[{\"a\":1,\"a\":2}] | line 1, column 12: Duplicate Object property \"a\"",
                "[1] | line 1, column 2: expected an object, found a number",
                "\"x\" | line 1, column 1: expected an object, found a string",
                "[{}] [{}] | line 1, column 6: more follows after the end of the JSON value",
                "`` | line 1, column 1: there is no JSON in it",
            })
    void source_brokenFile_namesThePlace(String content, String fault) throws IOException {
        given("a.json", content.replace("\\n", "\n"));

        assertThatThrownBy(() -> all(json("a.json")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.json', " + fault + " (a JSON dataset is an array of objects, or one object)");
    }

    @Test
    void source_notUtf8_isAnError() throws IOException {
        Files.write(folder.resolve("a.json"), "[{\"a\":\"ä\"}]".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> all(json("a.json")))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("line 1, column")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void filesWritten_onlyWithInputs() {
        var known = new KnownParameters(Map.of("file", "a.json"));

        assertThat(new JsonDataset().filesWritten(known, 0)).isEmpty();
        assertThat(new JsonDataset().filesWritten(known, 1)).isEqualTo(Set.of("file"));
    }

    @Test
    void source_manyEntities_areStreamed() throws Exception {
        var row = "{\"a\":\"" + "x".repeat(1000) + "\"}";
        try (var out = Files.newBufferedWriter(folder.resolve("a.json"), UTF_8)) {
            out.write("[" + row);
            for (int i = 1; i < 20_000; i++) {
                out.write("," + row);
            }
            out.write("]");
        }

        try (Entities stream = open(json("a.json"))) {
            assertThat(stream.next()).isEqualTo(entity("a", "x".repeat(1000)));
        }
    }
}
