package dev.tokenport.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a secret that are rarely seen. */
final class SecretFormsTest {

    private static final String AWKWARD = "p%a:s+s&w=o/r d~*-._\"\\ä€😀";

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "client:"})
    void secret_insideALongerTextInBase64_isReplaced(String before) {
        redactor.add(AWKWARD);
        byte[] bytes = (before + AWKWARD + "~?>tail").getBytes(StandardCharsets.UTF_8);

        String standard = redactor.redact(Base64.getEncoder().encodeToString(bytes));
        String url = redactor.redact(Base64.getUrlEncoder().encodeToString(bytes));

        assertThat(standard).contains("***").hasSizeLessThan(30);
        assertThat(url).contains("***").hasSizeLessThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "abc", "abcd", "hunter2", "  hunter2 ", AWKWARD, "é"})
    void forms_ofASecret_areNeverShorterThanIsSaid(String secret) {
        for (String text : List.of(secret, secret.repeat(100), "x" + secret.repeat(300))) {
            assertThat(SecretForms.of(text, text.length() < Redactor.SHORT))
                    .allMatch(pattern -> pattern.form().length() >= SecretForms.shortest(text));
        }
    }

    @Test
    void secrets_learntAfterShortTextsWereShown_areReplacedInLongOnes() {
        String token = "a1B2".repeat(100);

        redactor.add("hunter2");
        assertThat(redactor.redact("hunter2")).isEqualTo("***");
        redactor.add(token);
        assertThat(redactor.redact("hunter2")).isEqualTo("***");

        assertThat(redactor.redact("hunter2 " + token)).isEqualTo("*** ***");
    }

    @Test
    void secret_inHexadecimalDigits_isReplaced() {
        redactor.add("hunter2/ü");

        assertThat(redactor.redact("68756e746572322fc3bc 68756E746572322FC3BC")).isEqualTo("*** ***");
    }

    @Test
    void secret_withBlanksAround_isReplacedWithoutThemToo() {
        redactor.add("  hunter2 ");

        assertThat(redactor.redact("<hunter2> <  hunter2 >")).isEqualTo("<***> <***>");
    }

    @Test
    void secret_readFromAHeaderAsIso88591_isReplaced() {
        redactor.add("pässwort");

        assertThat(redactor.redact("p\u00c3\u00a4sswort")).isEqualTo("***");
    }

    @Test
    void secret_encodedTwice_isReplaced() {
        redactor.add("a\"b\\c&d%e fgh");

        List<String> forms = List.of(
                "a\\\\\\\"b\\\\\\\\c&d%e fgh",
                "a\\&quot;b\\\\c&amp;d%e fgh",
                "a\\\"b\\\\c\\u0026d%e fgh",
                "a%2522b%255Cc%2526d%2525e%2520fgh",
                "a&amp;quot;b\\c&amp;amp;d%e fgh");
        for (String form : forms) {
            assertThat(redactor.redact("<" + form + ">")).as(form).isEqualTo("<***>");
        }
    }
}
