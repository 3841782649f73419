package dev.tokenport.cmem.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.workflow.Problem;
import dev.tokenport.workflow.WorkflowException;

/** The XML of a project: a task, a workflow, variables, or mistakes at their places; nothing else is ever read. */
final class ProjectXmlFuzzTest {

    private interface Reader {
        Object read() throws WorkflowException;
    }

    @FuzzTest
    void xml(byte[] input) throws Exception {
        Bounds.within(input, () -> {
            each(() -> ProjectXml.task("custom/a.xml", input, "a"));
            each(() -> ProjectXml.workflow("workflow/a.xml", input, "a"));
            each(() -> ProjectXml.variables("variables.xml", input));
        });
    }

    private static void each(Reader reader) {
        try {
            assertThat(reader.read()).isNotNull();
        } catch (WorkflowException e) {
            assertThat(e.problems()).isNotEmpty();
            for (Problem problem : e.problems()) {
                Messages.fit(problem.message());
                assertThat(problem.position().line()).isPositive();
                assertThat(problem.position().column()).isPositive();
            }
        }
    }
}
