package dev.tokenport.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Canary;
import java.util.List;

/**
 * After redaction no form of a secret remains. The first line of an input is the secret; the rest is the text, with the
 * secret's forms at its marks.
 */
final class RedactorFuzzTest {

    private static final int SHORT = 4;

    @FuzzTest
    void redacted(byte[] input) throws Exception {
        String text = new String(input, UTF_8);
        int end = text.indexOf('\n');
        String secret = end < 0 ? text : text.substring(0, end);
        // A mask may complete what looks like a secret that has the mask's character in it.
        if (secret.isBlank() || secret.codePointCount(0, secret.length()) < SHORT || secret.contains("*")) {
            return;
        }
        List<String> forms = Canary.forms(secret);
        String shown = Canary.placed(text.substring(end + 1), forms);
        var redactor = new Redactor();
        redactor.add(secret);

        Bounds.within(input, () -> {
            String redacted = redactor.redact(shown);

            assertThat(redacted).doesNotContain(forms);
            assertThat(redactor.redact(redacted)).isEqualTo(redacted);
            for (int length : new int[] {1, 2, 7, 200}) {
                assertCut(redactor.redact(shown, length), length);
            }
        });
    }

    private static void assertCut(String cut, int length) {
        assertThat(cut.length()).isLessThanOrEqualTo(length);
        if (length > 1 && cut.length() == length && cut.endsWith("…")) {
            assertThat(Character.isHighSurrogate(cut.charAt(length - 2))).isFalse();
        }
    }
}
