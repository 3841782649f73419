package dev.tokenport.workflow;

import static dev.tokenport.workflow.WorkflowText.AUTH;
import static dev.tokenport.workflow.WorkflowText.mistakes;
import static dev.tokenport.workflow.WorkflowText.tasks;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectionTest {

    @TempDir
    private Path folder;

    @Test
    void connection_toAnUnknownTask_namesTheNearest() throws Exception {
        assertThat(mistakes(folder, AUTH + """
              b: {operator: call, config: atuh, inputs: [far-away], after: auth, parameters: {url: x}}
            """))
                .containsExactly(
                        "6:31: there is no task 'atuh'; did you mean 'auth'?",
                        "6:46: there is no task 'far-away'; add it or remove this");
    }

    @Test
    void connection_twice_isAMistakeUnlessForData() throws Exception {
        assertThat(mistakes(folder, AUTH + """
              a: {operator: call, parameters: {url: x}}
              b: {operator: call, config: [auth, auth], after: [auth, auth], parameters: {url: x}}
              c: {operator: dataset, inputs: [a, a], parameters: {file: x}}
            """))
                .containsExactly(
                        "7:38: 'auth' stands in 'config' twice; remove one",
                        "7:59: 'auth' stands in 'after' twice; remove one");
    }

    @Test
    void task_connectedToItself_isAMistake() throws Exception {
        assertThat(mistakes(folder, "  a: {operator: call, config: a, parameters: {url: x}}\n"))
                .containsExactly("3:31: task 'a' is connected to itself; remove this");
    }

    @Test
    void cycle_overAllKindsOfConnections_isReportedWithItsPath() throws Exception {
        assertThat(mistakes(folder, """
              start: {operator: settings}
              a: {operator: call, inputs: d, after: start, parameters: {url: x}}
              b: {operator: call, config: a, parameters: {url: x}}
              d: {operator: call, after: b, parameters: {url: x}}
              end: {operator: sink, inputs: d}
              e: {operator: call, after: f, parameters: {url: x}}
              f: {operator: call, after: [d, e], parameters: {url: x}}
            """))
                .containsExactly(
                        "4:31: the tasks wait for each other in a circle: a → b → d → a; remove one of these"
                                + " connections",
                        "8:30: the tasks wait for each other in a circle: e → f → e; remove one of these"
                                + " connections");
    }

    @Test
    void input_wrongInNumber_isAMistake() throws Exception {
        assertThat(mistakes(folder, """
              a: {operator: settings}
              b: {operator: settings, inputs: a}
              c: {operator: sink}
              d: {operator: sink, inputs: [a, b]}
              e: {operator: call, inputs: [a, b], parameters: {url: x}}
            """))
                .containsExactly(
                        "4:35: task 'b' takes no input, not 1; to run after a task, name it under 'after'",
                        "5:3: task 'c' takes exactly 1 input, not 0; name the tasks they come from under 'inputs'",
                        "6:35: task 'd' takes exactly 1 input, not 2; to run after a task, name it under 'after'",
                        "7:35: task 'e' takes at most 1 input, not 2; to run after a task, name it under 'after'");
    }

    @Test
    void input_fromATaskWithoutOutput_isAMistake() throws Exception {
        assertThat(mistakes(folder, """
              a: {operator: settings}
              b: {operator: sink, inputs: a}
              c: {operator: sink, inputs: b}
              d: {operator: call, config: b, parameters: {url: x}}
            """ + AUTH.replace("    operator: token", "    operator: token\n    inputs: b")))
                .containsExactly(
                        "5:31: task 'b' has no output; to run after it, name it under 'after'",
                        "6:31: task 'b' has no output; to run after it, name it under 'after'");
    }

    @Test
    void config_ofWhichNoPathIsAParameter_isAMistake() throws Exception {
        assertThat(mistakes(folder, AUTH + "  b: {operator: dataset, config: auth, parameters: {file: x}}\n"))
                .containsExactly("6:34: task 'b' has no parameter 'access_token'; rename it with {from: auth, map:"
                        + " {access_token: PARAMETER}}");
    }

    @Test
    void map_withAnUnknownPathOrParameter_isAMistake() throws Exception {
        assertThat(mistakes(folder, AUTH + """
              b: {operator: call, config: {from: auth, map: {acess_token: access_token, x: y}}, parameters: {url: x}}
            """))
                .containsExactly(
                        "6:50: task 'auth' has no path 'acess_token'; did you mean 'access_token'?",
                        "6:77: task 'auth' has no path 'x'; its paths are 'access_token', 'token_type'",
                        "6:80: task 'b' has no parameter 'y'; its parameters are 'url', 'headers', 'access_token',"
                                + " 'retry-attempts', 'retry-delay'");
    }

    @Test
    void secret_intoADataset_isAMistake() throws Exception {
        assertThat(mistakes(folder, AUTH + "  b: {operator: dataset, inputs: auth, parameters: {file: x}}\n"))
                .containsExactly(
                        "6:34: task 'b' would write the secret 'access_token' of task 'auth' to a file; hand it"
                                + " to a task that uses it, under 'config'");
    }

    @Test
    void secret_withADataConsumerAndAnother_isAMistake() throws Exception {
        assertThat(mistakes(folder, AUTH + """
              b: {operator: call, inputs: auth, parameters: {url: x}}
              c: {operator: call, config: auth, parameters: {url: x}}
            """))
                .containsExactly(
                        "6:31: the secret 'access_token' of task 'auth' would have to be stored for 'inputs' of"
                                + " 'b', 'config' of 'c'; hand it over under 'config' only");
    }

    @Test
    void file_writtenByTwoTasksInNoOrder_isAMistake() throws Exception {
        String tasks = """
              a: {operator: settings}
              b: {operator: dataset, inputs: a, parameters: {file: out/x.json}}
              c: {operator: call, %s, parameters: {url: x}}
              d: {operator: dataset, inputs: [c], parameters: {file: ./out/../out/x.json}}
            """;

        assertThat(mistakes(folder, tasks.formatted("inputs: a")))
                .containsExactly("6:58: tasks 'b' and 'd' both write './out/../out/x.json', in no order; write another"
                        + " file, or add 'after: b'");
        assertThat(mistakes(folder, tasks.formatted("after: b"))).isEmpty();
    }
}
