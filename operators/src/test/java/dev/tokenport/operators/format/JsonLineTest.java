package dev.tokenport.operators.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLineTest {

    private final JsonLine line = new JsonLine();

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "ü€", "\"", "a\\b", "tab\t", "😀", "\u0001", "at the end\n"})
    void string_anyText_isThatOfJsonText(String text) {
        var expected = new StringBuilder();
        JsonText.appendString(expected, text);

        line.string(text);

        assertThat(line).hasToString(expected.toString());
    }

    @Test
    void string_loneSurrogate_isEscaped() {
        line.string("a" + '\ud83d');

        assertThat(line).hasToString("\"a\\ud83d\"");
    }

    @Test
    void value_moreThanFits_isAllThere() throws IOException {
        String text = "x".repeat(5_000);
        var written = new StringWriter();

        line.value(new Value.Text(text, JsonType.STRING));
        line.raw(',').value(new Value.Text("1.50", JsonType.NUMBER));
        line.writeTo(written);

        assertThat(written).hasToString("\"" + text + "\",1.50");
    }

    @Test
    void clear_whatComesNext_isAllThereIs() {
        line.raw("before");
        line.clear();

        line.raw("x\ny");
        line.replaceLineBreaks(1);

        assertThat(line).hasToString("x y");
    }
}
