package dev.tokenport.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pass show orders|[pass][show][orders]",
                "`  pass \t show  `|[pass][show]",
                "a 'b  c' d|[a][b  c][d]",
                "a \"b  'c'\" d|[a][b  'c'][d]",
                "a \"b \\\" \\\\ \\n\"|[a][b \" \\ \\n]",
                "a b\\ c \\' \\\\|[a][b c]['][\\]",
                "a '' \"\"|[a][][]",
                "a 'b'\"c\"d|[a][bcd]",
                "a '\\n'|[a][\\n]",
                "a $HOME ~ * ; b > c|[a][$HOME][~][*][;][b][>][c]",
                "a #b|[a][#b]",
                "``|``"
            })
    void text_ofACommand_isTakenApartWithoutShell(String text, String words) {
        assertThat(String.join(
                        "",
                        CommandWords.of(text).stream()
                                .map(word -> "[" + word + "]")
                                .toList()))
                .isEqualTo(words);
    }

    @Test
    void words_madeAText_areTheSameWordsAgain() {
        List<String> words = List.of("a b", "'", "\"", "\\", "}", "", "é\n€");

        assertThat(CommandWords.of(CommandWords.text(words))).isEqualTo(words);
    }
}
