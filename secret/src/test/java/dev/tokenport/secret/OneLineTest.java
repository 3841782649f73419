package dev.tokenport.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
