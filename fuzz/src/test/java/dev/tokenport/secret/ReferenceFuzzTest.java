package dev.tokenport.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import java.util.Arrays;
import java.util.List;

/** Texts with references, and the words of commands: read, or refused with a message that does not repeat them. */
final class ReferenceFuzzTest {

    @FuzzTest
    void text(byte[] input) throws Exception {
        String text = new String(input, UTF_8);

        Bounds.within(input, () -> {
            try {
                ReferencingText read = ReferencingText.parse(text);
                if (!text.contains("${")) {
                    assertThat(read.literal()).contains(text);
                }
                assertThat(read.parts()).allMatch(part -> !part.toString().isEmpty());
            } catch (ReferenceSyntaxException e) {
                Messages.fit(e);
                assertThat(e.offset()).isBetween(0, text.length());
            }
        });
    }

    @FuzzTest
    void reference(byte[] input) throws Exception {
        String text = new String(input, UTF_8);

        Bounds.within(input, () -> {
            try {
                Reference reference = Reference.parse(text);

                assertThat(text).isEqualTo(reference.kind().prefix() + reference.name());
            } catch (IllegalArgumentException e) {
                Messages.fit(e);
                if (text.length() > 40) {
                    assertThat(e.getMessage()).doesNotContain(text);
                }
            }
        });
    }

    /** Words written as a command are read as the same words, also within a reference. */
    @FuzzTest
    void words(byte[] input) throws Exception {
        List<String> words = Arrays.asList(("w\n" + new String(input, UTF_8)).split("\n", -1));

        Bounds.within(input, () -> {
            Reference reference = Reference.process(words);

            assertThat(reference.command()).isEqualTo(words);
            ReferencingText text =
                    ReferencingText.parse("a${process:" + reference.name().replace("$", "'\"$\"'") + "}b");
            assertThat(text.parts()).hasSize(3);
        });
    }
}
