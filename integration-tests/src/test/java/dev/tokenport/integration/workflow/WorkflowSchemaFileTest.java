package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WorkflowSchemaFileTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("tokenport.root", ".."))
            .toAbsolutePath()
            .normalize()
            .resolve("examples");

    private final OperatorRegistry operators = OperatorRegistry.load(WorkflowSchemaFileTest.class.getClassLoader());

    @Test
    void schemaFile_committed_equalsTheCode() throws IOException {
        assertThat(EXAMPLES.resolve("tokenport-workflow.schema.json"))
                .as("write it anew with: ./tokenport schema > examples/tokenport-workflow.schema.json")
                .hasContent(WorkflowSchema.of(operators));
    }

    @Test
    void examples_all_areValid() throws Exception {
        List<Path> files;
        try (Stream<Path> entries = Files.list(EXAMPLES)) {
            files = entries.filter(file -> file.toString().endsWith(".yaml")).toList();
        }

        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(Plan.read(file, List.of(), operators).tasks())
                    .as(file.toString())
                    .isNotEmpty();
        }
    }
}
