package dev.tokenport.operators.dataset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonPlacesTest extends DatasetCase {

    @Test
    void source_pointer_readsWhatIsThere() throws Exception {
        given("a.json", "{\"meta\":{},\"data\":{\"items\":[{\"id\":\"1\"},{\"id\":\"2\"}]},\"more\":false}");

        assertThat(all(json("a.json", "/data/items"))).containsExactly(entity("id", "1"), entity("id", "2"));
        assertThat(all(json("a.json", "/data/items/1"))).containsExactly(entity("id", "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/items | file 'a.json', line 1, column 1: there is nothing at the JSON pointer '/items'",
                "/data/items | file 'a.json', line 1, column 18: expected an object, found a number",
            })
    void source_pointerToNoObjects_isAnError(String pointer, String message) throws Exception {
        given("a.json", "{\"data\":{\"items\":1}}");

        assertThatThrownBy(() -> all(json("a.json", pointer)))
                .isInstanceOf(OperatorException.class)
                .hasMessage(message);
    }

    @Test
    void parameters_brokenPointer_areRefused() {
        assertThatThrownBy(() -> json("a.json", "data"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pointer 'data' is not a JSON pointer: it has to be empty or to begin with '/'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.json | /data/items | {\"data\":{\"items\":[#{\"a\":\"1\"},#{\"a\":\"2\"}#]}}#",
                "a.json | /a~1\"b/0 | {\"a/\\\"b\":{\"0\":[#{\"a\":\"1\"},#{\"a\":\"2\"}#]}}#",
                "a.ndjson | `` | {\"a\":\"1\"}#{\"a\":\"2\"}#",
                "a.JSONL | /d | {\"d\":{\"a\":\"1\"}}#{\"d\":{\"a\":\"2\"}}#",
            })
    void sink_pointer_isReadBackWithIt(String file, String pointer, String content) throws Exception {
        var output = json(file, pointer, stream(entity("a", "1"), entity("a", "2")));

        assertThat(content(file)).isEqualTo(content.replace('#', '\n'));
        assertThat(all(output)).containsExactly(entity("a", "1"), entity("a", "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"a.json | /d | {\"d\":[]}#", "a.json | `` | []#", "a.ndjson | /d | ``"})
    void sink_noEntity_isReadBackAsNone(String file, String pointer, String content) throws Exception {
        var output = json(file, pointer, stream());

        assertThat(content(file)).isEqualTo(content.replace('#', '\n'));
        assertThat(all(output)).isEmpty();
    }

    @Test
    void sink_linesWithJsonOfSeveralLines_keepOneLineEach() throws Exception {
        var schema = Schema.of("", "j");
        var entity = Entity.of("", schema, List.of(new Value.Text("{\r\n \"a\":\n\"x\\n\"}", JsonType.JSON)));

        var output = json("a.ndjson", "", Entities.of(schema, List.of(entity, entity)));

        assertThat(content("a.ndjson")).isEqualTo("{\"j\":{   \"a\": \"x\\n\"}}\n".repeat(2));
        assertThat(all(output).get(1).first("j")).contains(new Value.Text("{\"a\":\"x\\n\"}", JsonType.JSON));
    }

    @Test
    void source_brokenLine_namesIt() throws Exception {
        given("a.ndjson", "{\"a\":1}\n\n{\"a\":\n");
        given("b.ndjson", "{\"a\":1}\n2\n");

        assertThatThrownBy(() -> all(json("a.ndjson")))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "file 'a.ndjson', line 3, column 1: the JSON value does not end in the line in which it begins"
                                + " (each line is an object, or an array of objects)");
        assertThatThrownBy(() -> all(json("b.ndjson")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'b.ndjson', line 2, column 1: expected an object, found a number"
                        + " (each line is an object, or an array of objects)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-32BE", "ISO-8859-1", "US-ASCII"})
    void charset_writtenAndRead_losesNoCharacter(String charset) throws Exception {
        var entity = entity("ä€", "ü€😀\n\"\\");

        assertThat(all(json("a.json", "", encoding(charset), stream(entity)))).containsExactly(entity);
    }

    @Test
    void sink_characterThatTheCharsetLacks_isEscaped() throws Exception {
        json("a.json", "", encoding("ISO-8859-1"), stream(entity("ä", "ü€😀")));

        assertThat(Files.readString(folder.resolve("a.json"), ISO_8859_1))
                .isEqualTo("[\n{\"ä\":\"ü\\u20ac\\ud83d\\ude00\"}\n]\n");
    }

    @Test
    void sink_characterSetThatIsOnlyForReading_isAnError() throws Exception {
        assertThatThrownBy(() -> json("a.json", "", encoding("ISO-2022-CN"), stream(entity("a", "1"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.json' cannot be written: the character set ISO-2022-CN can only be read");
        assertThat(files()).isEmpty();
    }
}
