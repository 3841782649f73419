package dev.tokenport.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OneLineTest {

    @Test
    void text_withNothingUnfit_isTheSame() {
        assertThat(OneLine.of("a  b – äß€ \ud83d\ude00 \u200d")).isEqualTo("a  b – äß€ \ud83d\ude00 \u200d");
    }

    @Test
    void text_withLineBreaks_hasBlanksInTheirPlaces() {
        assertThat(OneLine.of("a\tb\nc\r\nd\u0085e\u2028f\u2029g")).isEqualTo("a b c  d e f g");
    }

    @Test
    void text_withWhatATerminalObeys_hasReplacementsInTheirPlaces() {
        assertThat(OneLine.of("a\u001b[2Jb\u009b2Kc\u0000d\u007f")).isEqualTo("a\ufffd[2Jb\ufffd2Kc\ufffdd\ufffd");
    }

    @Test
    void text_withChangesOfDirection_hasReplacementsInTheirPlaces() {
        assertThat(OneLine.of("a\u202eb\u2066c\u061cd\u200fe")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
    }

    /** The characters that stand beside the unfit ones are fit. */
    @ParameterizedTest
    @ValueSource(
            chars = {' ', '~', '\u00a0', '\u061b', '\u061d', '\u200d', '\u2010', '\u2027', '\u202f', '\u2065', '\u206a'
            })
    void character_besideAnUnfitOne_isLeft(char fit) {
        assertThat(OneLine.of("a" + fit + "\n")).isEqualTo("a" + fit + " ");
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                '\u0000', '\u001f', '\u007f', '\u009f', '\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066',
                '\u2069'
            })
    void character_firstOrLastOfTheUnfitOnes_isReplaced(char unfit) {
        assertThat(OneLine.of("a" + unfit)).isEqualTo("a\ufffd");
    }
}
