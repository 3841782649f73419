package dev.tokenport.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.fuzz.ScratchFile;
import dev.tokenport.operator.OperatorRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Workflow files: a workflow, or mistakes that each have a place in the file and fit on a line. A workflow that was read
 * is read the same when it has been written.
 */
final class WorkflowFileFuzzTest {

    private static final ScratchFile FILE = ScratchFile.named("orders.yaml");
    private static final ScratchFile COPY = ScratchFile.named("orders.yaml");
    private static final OperatorRegistry OPERATORS =
            OperatorRegistry.load(WorkflowFileFuzzTest.class.getClassLoader());

    @FuzzTest
    void yaml(byte[] input) throws Exception {
        FILE.write(input);

        Bounds.within(input, () -> {
            try {
                Workflow workflow = WorkflowFile.read(FILE.path());
                String written = WorkflowYaml.of(workflow, List.of(), Map.of());
                COPY.write(written.getBytes(UTF_8));
                Workflow again = WorkflowFile.read(COPY.path());

                assertThat(WorkflowYaml.of(again, List.of(), Map.of())).isEqualTo(written);
                assertThat(again.tasks().keySet()).isEqualTo(workflow.tasks().keySet());
                workflow.tasks()
                        .forEach((id, task) -> assertSame(
                                task, Objects.requireNonNull(again.tasks().get(id))));
            } catch (WorkflowException e) {
                check(e, input);
            }
        });
    }

    private static void assertSame(Task one, Task other) {
        assertThat(other.operator()).isEqualTo(one.operator());
        assertThat(other.label()).isEqualTo(one.label());
        assertThat(texts(other.parameters())).isEqualTo(texts(one.parameters()));
    }

    private static String texts(Map<String, ParameterNode> parameters) {
        var texts = new StringBuilder();
        parameters.forEach((id, node) ->
                texts.append('[').append(id).append('=').append(text(node)).append(']'));
        return texts.toString();
    }

    private static String text(ParameterNode node) {
        return node instanceof ParameterNode.Scalar scalar
                ? scalar.type() + YamlScalar.referencing(scalar.text())
                : texts(((ParameterNode.Mapping) node).entries());
    }

    /** The operators' own checks come in: templates, queries, pointers, URLs. */
    @FuzzTest
    void plan(byte[] input) throws Exception {
        FILE.write(input);

        Bounds.within(input, () -> {
            try {
                Plan plan = Plan.read(FILE.path(), List.of(), OPERATORS);

                assertThat(plan.tasks()).hasSameSizeAs(plan.workflow().tasks().keySet());
            } catch (WorkflowException e) {
                check(e, input);
            }
        });
    }

    private static void check(WorkflowException mistakes, byte[] input) {
        int lines = new String(input, UTF_8).split("\r\n|[\r\n\u0085\u2028\u2029]", -1).length;
        assertThat(mistakes.problems()).isNotEmpty();
        for (Problem problem : mistakes.problems()) {
            Messages.fit(problem.message());
            assertThat(problem.position().line()).as(problem.toString()).isBetween(1, lines);
            assertThat(problem.position().column()).as(problem.toString()).isBetween(1, input.length + 1);
        }
    }
}
