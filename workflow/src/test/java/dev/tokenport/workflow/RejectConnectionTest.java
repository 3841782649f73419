package dev.tokenport.workflow;

import static dev.tokenport.workflow.WorkflowText.AUTH;
import static dev.tokenport.workflow.WorkflowText.mistakes;
import static dev.tokenport.workflow.WorkflowText.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RejectConnectionTest {

    private static final String CALL = "  call: {operator: call, parameters: {url: x}}\n";

    @TempDir
    private Path folder;

    @Test
    void rejects_underInputsAndConfig_areConnectionsFromTheTask() throws Exception {
        Plan plan = plan(folder, """
              other: {operator: call, inputs: call.rejects, config: [call.rejects, {from: call.rejects, map: {a: url}}]}
              call: {operator: call, parameters: {url: x}}
            """);

        assertThat(plan.tasks()).extracting(task -> task.task().id()).containsExactly("call", "other");
        Task other = plan.tasks().get(1).task();
        assertThat(other.inputs())
                .containsExactly(new Connection.Data("call", OutputPort.REJECTS, new Position(3, 35)));
        assertThat(other.config()).extracting(Connection::source).containsExactly("call.rejects", "call.rejects");
    }

    @Test
    void rejects_ofATaskThatHasNone_areAMistake() throws Exception {
        assertThat(mistakes(folder, """
              a: {operator: settings}
              b: {operator: sink, inputs: a.rejects}
              c: {operator: token, inputs: a.rejects, parameters: {token_url: 'https://x', client_secret: x}}
              d: {operator: call, config: a.rejects, parameters: {url: x}}
            """))
                .containsExactly(
                        "4:31: there is no 'a.rejects': with its parameters task 'a' rejects no entity; remove this",
                        "5:32: there is no 'a.rejects': with its parameters task 'a' rejects no entity; remove this",
                        "6:31: there is no 'a.rejects': with its parameters task 'a' rejects no entity; remove this");
    }

    @Test
    void rejects_underAfter_areAMistakeThatNamesTheTask() throws Exception {
        assertThat(mistakes(folder, CALL + "  b: {operator: settings, after: [call.rejects]}\n"))
                .containsExactly(
                        "4:35: 'after' names the output 'call.rejects'; to run after a task, name the task: 'call'");
    }

    @Test
    void rejects_misspelt_areAMistakeThatNamesWhatIsMeant() throws Exception {
        assertThat(mistakes(folder, CALL + """
              b: {operator: sink, inputs: call.reject}
              c: {operator: sink, inputs: cal.rejects}
              d: {operator: sink, inputs: far-away.rejects}
            """))
                .containsExactly(
                        "4:31: there is no task 'call.reject'; did you mean 'call.rejects'?",
                        "5:31: there is no task 'cal'; did you mean 'call'?",
                        "6:31: there is no task 'far-away'; add it or remove this");
    }

    @Test
    void rejects_inACircle_areAMistake() throws Exception {
        assertThat(mistakes(folder, """
              a: {operator: call, inputs: b.rejects, parameters: {url: x}}
              b: {operator: call, inputs: a, parameters: {url: x}}
              c: {operator: call, inputs: c.rejects, parameters: {url: x}}
            """))
                .containsExactly(
                        "3:31: the tasks wait for each other in a circle: a → b → a; remove one of these connections",
                        "5:31: task 'c' is connected to itself; remove this");
    }

    @Test
    void rejects_underConfigTwice_areAMistakeUnlessTheOtherIsTheOutput() throws Exception {
        assertThat(mistakes(folder, CALL + """
              b: {operator: call, config: [call, call.rejects], parameters: {url: x}}
              c: {operator: call, config: [call.rejects, call.rejects], parameters: {url: x}}
            """))
                .containsExactly("5:46: 'call.rejects' stands in 'config' twice; remove one");
    }

    @Test
    void rejects_underConfig_mayDeliverAnything() throws Exception {
        assertThat(mistakes(folder, CALL + "  b: {operator: call, config: call.rejects}\n"))
                .isEmpty();
    }

    @Test
    void rejects_ofATaskWithSecrets_doNotMakeItsOutputStored() throws Exception {
        assertThat(mistakes(folder, AUTH + """
              call: {operator: call, inputs: auth, parameters: {url: x}}
              b: {operator: sink, inputs: call}
              c: {operator: sink, inputs: call.rejects}
            """)).isEmpty();
    }
}
