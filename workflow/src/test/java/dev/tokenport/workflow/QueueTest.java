package dev.tokenport.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue that a task names. */
final class QueueTest {

    @TempDir
    private Path folder;

    @Test
    void queue_isReadAndWrittenBack() throws Exception {
        Workflow read = WorkflowFile.read(WorkflowText.tasks(folder, "  a: {operator: op, queue: zone-b}\n"));
        String written = WorkflowYaml.of(read, List.of(), Map.of());

        assertThat(queue(read)).contains("zone-b");
        assertThat(written).contains("    operator: op\n    queue: zone-b\n");
        assertThat(queue(WorkflowFile.parse(written, "x", folder))).contains("zone-b");
    }

    @Test
    void queue_ofAnyPrintableCharacters_isWrittenBackAsItWas() throws Exception {
        String name = "Zöne \\ B: 'x' #1";
        Workflow read =
                WorkflowFile.read(WorkflowText.tasks(folder, "  a: {operator: op, queue: \"Zöne \\\\ B: 'x' #1\"}\n"));

        assertThat(queue(read)).contains(name);
        assertThat(queue(WorkflowFile.parse(WorkflowYaml.of(read, List.of(), Map.of()), "x", folder)))
                .contains(name);
    }

    @Test
    void queue_thatIsNoName_isAMistake() throws Exception {
        assertThat(WorkflowText.mistakes(WorkflowText.tasks(folder, """
                  a: {operator: op, queue: "a\\nb"}
                  b: {operator: op, queue: LONG}
                  c: {operator: op, queue: [x]}
                  d: {operator: op, queue: }
                  e: {operator: op, queue: /_sys/x}
                  f: {operator: op, quue: x}
                """.replace("LONG", "x".repeat(201)))))
                .containsExactly(
                        "3:28: 'queue' has the character U+000A, which a queue's name cannot have",
                        "4:28: 'queue' has 201 characters, and a queue's name has 200 at the most",
                        "5:28: 'queue' is a list; write the name of a queue of workers",
                        "6:27: 'queue' is empty; write the name of a queue of workers",
                        "7:28: 'queue' '/_sys/x' begins with /_sys/, as the engine's own queues do",
                        "8:21: unknown key 'quue'; did you mean 'queue'?");
    }

    @Test
    void queue_ofTheLongestName_isNone() {
        assertThat(QueueName.fault("ü".repeat(200))).isEmpty();
    }

    private static Optional<String> queue(Workflow workflow) {
        return Objects.requireNonNull(workflow.tasks().get("a")).queue();
    }
}
