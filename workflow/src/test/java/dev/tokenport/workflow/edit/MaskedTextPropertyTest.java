package dev.tokenport.workflow.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.JsonType;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.SampleOperators;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Secrets in many ways of writing, in texts that are whole, cut off, or damaged. */
final class MaskedTextPropertyTest {

    private static final String CANARY = "kanari4711";

    private static final List<String> STYLES = List.of(
            "client_secret:",
            "client_secret: old",
            "client_secret: 'old'  # c",
            "client_secret: \"old\"",
            "\"client_secret\": |\n        old",
            "client_secret: >-\n        old\n        er",
            "client_secret:\n        old");

    @Test
    void secret_inAnyWayOfWriting_isHiddenAndPutBack() throws Exception {
        for (int seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            String text = text(random);

            var placeholders = new Placeholders();
            String masked = mask(text, placeholders);

            assertThat(masked).as("seed %s", seed).doesNotContain(CANARY);
            assertThat(masked.lines().count())
                    .as("seed %s", seed)
                    .isEqualTo(text.lines().count());
            assertThat(placeholders.restored(masked)).as("seed %s", seed).isEqualTo(text);
        }
    }

    @Test
    void secret_inDamagedText_isHiddenAndPutBack() throws Exception {
        for (int seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            String whole = text(random);
            int behind = whole.indexOf("  other:");
            int at = behind + random.nextInt(whole.length() - behind);
            String text = whole.substring(0, at)
                    + List.of("[", "{", "\t: x", "'", "*none", "%").get(random.nextInt(6));

            var placeholders = new Placeholders();
            String masked = mask(text, placeholders);

            assertThat(masked).as("seed %s", seed).doesNotContain(CANARY);
            assertThat(placeholders.restored(masked)).as("seed %s", seed).isEqualTo(text);
        }
    }

    private static String text(Random random) throws EditException {
        String style = STYLES.get(random.nextInt(STYLES.size()));
        String before = """
                workflow: x   # «secret 1»
                tasks:
                  auth:
                    operator: token
                    parameters:
                      user: u
                      %s
                      token_url: https://idp
                  other:
                    operator: sink
                    parameters:
                      user: it
                """.formatted(style);
        List<String> values = RandomWorkflow.VALUES.stream()
                .filter(value -> !value.contains("$") && !value.contains("\u0007"))
                .toList();
        String value = values.get(random.nextInt(values.size())) + CANARY + values.get(random.nextInt(values.size()));
        return TextEdit.set(before, Place.of("auth", "client_secret"), value, JsonType.STRING);
    }

    private static String mask(String text, Placeholders placeholders) {
        return MaskedText.of(text, SampleOperators.all(), new Redactor(), placeholders);
    }
}
