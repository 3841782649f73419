package dev.tokenport.service.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonPointerTest {

    @Test
    void of_escapes_areUndoneInOrder() {
        var pointer = JsonPointer.of("pointer", "/a~1b/m~0n/~01//0");

        assertThat(pointer.segments()).isEqualTo(List.of("a/b", "m~n", "~1", "", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/data/items", "/a~1b/~0/~01//", "/ä b"})
    void toString_ofAPointer_isItsText(String text) {
        assertThat(JsonPointer.of("pointer", text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data/items | pointer 'data/items' is not a JSON pointer: it has to be empty or to begin with '/'",
                "#/data | pointer '#/data' is not a JSON pointer: it has to be empty or to begin with '/'",
                "$.data | pointer '$.data' is not a JSON pointer: it has to be empty or to begin with '/'",
                "/a~2 | pointer '/a~2' is not a JSON pointer: behind '~' stands '0' (for '~') or '1' (for '/')",
                "/a~ | pointer '/a~' is not a JSON pointer: behind '~' stands '0' (for '~') or '1' (for '/')",
            })
    void of_brokenPointer_saysTheRule(String text, String message) {
        assertThatThrownBy(() -> JsonPointer.of("pointer", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void of_textWithControlCharacters_saysTheRuleOnOneLine() {
        assertThatThrownBy(() -> JsonPointer.of("pointer", "a\n\u001b\u0085"))
                .hasMessage("pointer 'a \ufffd ' is not a JSON pointer: it has to be empty or to begin with '/'");
    }
}
