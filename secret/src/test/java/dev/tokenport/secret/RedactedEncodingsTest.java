package dev.tokenport.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The seams of the encodings: where one begins, ends, is broken, or writes one character as two. */
final class RedactedEncodingsTest {

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\u", "\\u00", "%", "%4", "%C3", "%F0%9F", "&", "&#", "&#x41", "+"})
    void text_endingInABrokenEncoding_isReadToItsEnd(String end) {
        redactor.add("hunter2");

        assertThat(redactor.redact("hunter2" + end)).isEqualTo("***" + end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hunter<&#zz;>|hunter&lt;&#zz;&gt;",
                "hunter<&#x;>|hunter&lt;&#x;&gt;",
                "hunter<&nbsp;>|hunter&lt;&nbsp;&gt;",
                "hunter %4z|hunter%20%4z",
                "hunter %G4|hunter%20%G4",
                "hunter %4|hunter%20%4",
                "hunter/\\u00g0|hunter\\/\\u00g0",
                "hunter/\\x|hunter\\/\\x"
            })
    void piece_notValidlyEncoded_standsForItselfBesideOneThatIs(String secret, String text) {
        redactor.add(secret);

        assertThat(redactor.redact("<" + text + ">")).isEqualTo("<***>");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "hunter%2F,percent-encoded at the end",
                "hunter\\u002f,JSON-escaped at the end",
                "hunter&#47;,an entity at the end",
                "hunter&#00000047;,a padded entity of the greatest length"
            })
    void secret_whoseLastCharacterIsEncoded_isReplaced(String text, String how) {
        redactor.add("hunter/");

        assertThat(redactor.redact(text)).as(how).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hun%00ter", "hun\\u0000ter", "hun&#0;ter", "hun\u0000ter"})
    void secret_withTheCharacterZero_isReplaced(String text) {
        redactor.add("hun\u0000ter");

        assertThat(redactor.redact(text)).isEqualTo("***");
    }

    /** UTF-8 writes a character as one to four bytes: the first and the last character of each length. */
    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x3FFFF, 0x40000, 0x10FFFF})
    void secret_ofBytesOfAnyNumber_isReplacedWhenPercentEncoded(int character) {
        String secret = "hunter" + Character.toString(character) + "two";
        redactor.add(secret);

        assertThat(redactor.redact("<" + URLEncoder.encode(secret, StandardCharsets.UTF_8) + ">"))
                .isEqualTo("<***>");
    }

    /** U+1D400 is a letter that JSON may write as two escapes; U+1F600 is none. */
    @ParameterizedTest
    @CsvSource({
        "\\ud835\\udc00pw,\\ud835\\udc00pw",
        "\\ud83d\\ude00pw\\ud83d\\ude00,\\ud83d\\ude00***\\ud83d\\ude00",
        "\\ud835\\ud835pw,\\ud835\\ud835***",
        "\\ud835pw,\\ud835***"
    })
    void secretUnderFourCharacters_besideAnEscapedPair_isReplacedUnlessThePairIsALetter(String text, String redacted) {
        redactor.add("pw");

        assertThat(redactor.redact(text)).isEqualTo(redacted);
    }

    /** A long secret is looked for in pieces, and a piece ends between two characters. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy"})
    void longSecret_ofCharactersOutsideTheBasicPlane_isReplacedWhenPercentEncoded(String begin) {
        String secret = begin + "😀".repeat(400);
        redactor.add(secret);

        assertThat(redactor.redact("<" + secret + ">")).isEqualTo("<***>");
        assertThat(redactor.redact("<" + URLEncoder.encode(secret, StandardCharsets.UTF_8) + ">"))
                .isEqualTo("<***>");
    }

    @Test
    void secret_endingInHalfACharacter_doesNotBreakWhatIsShown() {
        redactor.add("hunter\uD83D");

        assertThat(redactor.redact("hunter😀 hunter\uD83D.")).isEqualTo("hunter😀 ***.");
    }

    @Test
    void text_cutInsideACharacter_losesAllOfIt() {
        assertThat(redactor.redact("a😀bcd", 3)).isEqualTo("a…");
        assertThat(redactor.redact("ab😀cd", 3)).isEqualTo("ab…");
    }

    @Test
    void text_cutToOneCharacter_isTheSignOfTheCut() {
        assertThat(redactor.redact("abc", 1)).isEqualTo("…");
        assertThat(redactor.redact("a", 1)).isEqualTo("a");
    }

    @Test
    void pattern_printed_isMasked() {
        assertThat(SecretPattern.of("hunter2", false, false)).hasToString("[***]");
    }
}
