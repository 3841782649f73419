package dev.tokenport.integration.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is true. */
final class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

    @Test
    void workflow_inTheReadme_isValid(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("orders.yaml");
        Files.writeString(file, block("README.md", "yaml"));

        Plan plan = Plan.of(WorkflowFile.read(file), OperatorRegistry.load(ReadmeTest.class.getClassLoader()));

        assertThat(plan.tasks()).hasSize(3);
    }

    @Test
    void java_inTheReadme_isWhatWasCompiled() {
        String source = Product.text(
                "integration-tests/src/test/java/dev/tokenport/integration/architecture/ReadmeExample.java");
        String compiled = source.substring(
                        source.indexOf("// readme:begin\n") + "// readme:begin\n".length(),
                        source.lastIndexOf("        // readme:end"))
                .replaceAll("(?m)^ {8}", "");

        assertThat(block("README.md", "java")).isEqualTo(compiled);
    }

    @Test
    void links_inTheTexts_leadToFiles() {
        for (String text : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")) {
            Matcher link = LINK.matcher(Product.text(text));
            while (link.find()) {
                if (!link.group(1).contains(":")) {
                    assertThat(Product.root().resolve(link.group(1))).as(text).exists();
                }
            }
        }
    }

    private static String block(String file, String language) {
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Product.text(file));
        assertThat(block.find()).as("a block of " + language + " in " + file).isTrue();
        return block.group(1);
    }
}
