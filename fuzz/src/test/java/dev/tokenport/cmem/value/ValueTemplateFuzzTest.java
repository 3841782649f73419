package dev.tokenport.cmem.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problem;
import java.util.Optional;

/** The templates of a project: a text with no references but those of variables, or a fault on one line. */
final class ValueTemplateFuzzTest {

    private static final ValueTemplate.Variables VARIABLES = new ValueTemplate.Variables() {

        @Override
        public Optional<ReferencingText> value(String name) {
            return switch (name) {
                case "project.plain" -> Optional.of(ReferencingText.literal(" Plain ${env:NO} "));
                case "project.secret" -> Optional.of(ReferencingText.parse("${env:SECRET}"));
                default -> Optional.empty();
            };
        }

        @Override
        public ValueFault unknown(String name) {
            return new ValueFault("there is no variable '" + name + "'");
        }
    };

    @FuzzTest
    void template(byte[] input) throws Exception {
        String text = new String(input, UTF_8);

        Bounds.within(input, () -> {
            try {
                ReferencingText value = ValueTemplate.evaluate(text, VARIABLES);

                if (!text.contains("project.secret")) {
                    assertThat(value.hasReferences()).isFalse();
                }
                if (!text.contains("{")) {
                    assertThat(value.literal()).contains(text);
                }
            } catch (ValueFault e) {
                Messages.fit(new Problem("a.xml", new Position(1, 1), e.text()).message());
            }
        });
    }
}
