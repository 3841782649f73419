package dev.tokenport.service.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.JsonType;
import dev.tokenport.service.json.JsonFormat.Layout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLinesTest extends JsonRowsCase {

    private static final JsonFormat LINES = ONE.in(Layout.LINES);

    @Test
    void next_lines_eachIsReadWithThePointer() throws Exception {
        var place = JsonPointer.of("p", "/c");
        var format = LINES.at(JsonPointer.of("pointer", "/r")).keeping(List.of(place));
        var text = "\uFEFF{\"r\":{\"a\":1},\"c\":1}\r\n\r\n  {\"r\":[{\"a\":2},{\"a\":3}]}\n\t\n{\"c\":2,\"r\":4}";

        try (var rows = new JsonRows(in(text), format)) {
            assertThat(shown(all(rows))).isEqualTo("a=1 ; a=2 ; a=3 ; value=4");
            assertThat(rows.kept(place)).isEqualTo(text("2", JsonType.NUMBER));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "  \r\n"})
    void next_noLine_isNoRecord(String text) throws Exception {
        assertThat(read(text, LINES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}#{\"a\"#:2} | 2 | 1 | the JSON value does not end in the line in which it begins",
                "{\"a\":1##{\"a\":2} | 1 | 1 | the JSON value does not end in the line in which it begins",
                "{\"a\":1}#{\"a\":[# | 2 | 1 | the JSON value does not end in the line in which it begins",
                "{\"a\":1}#{\"a\":2} {\"a\":3} | 2 | 9 | there are two JSON values in one line",
                "{\"a\":1}#{\"a\":2,\"a\":3} | 2 | 11 | Duplicate Object property \"a\"",
                "{\"a\":1}##x | 3 | 1 | Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                "{\"a\":1}#,{\"a\":2} | 2 | 1 | Unexpected character (',' (code 44)): expected a value",
            })
    void next_brokenLine_isNamed(String text, int line, int column, String message) {
        assertThatThrownBy(() -> read(text.replace('#', '\n'), LINES))
                .isInstanceOfSatisfying(JsonFault.class, fault -> {
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.column()).isEqualTo(column);
                })
                .hasMessage(message);
    }

    @Test
    void next_lineWithoutRecords_isNamed() {
        assertThatThrownBy(() -> read("{\"r\":1}\n\n{\"s\":1}\n", LINES.at(JsonPointer.of("pointer", "/r"))))
                .isInstanceOfSatisfying(
                        JsonFault.class, fault -> assertThat(fault.line()).isEqualTo(3))
                .hasMessage("there is nothing at the JSON pointer '/r'");
    }
}
