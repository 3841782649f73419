package dev.tokenport.workflow;

import static dev.tokenport.workflow.WorkflowText.file;
import static dev.tokenport.workflow.WorkflowText.mistakes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.JsonType;
import dev.tokenport.secret.ReferencingText;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkflowFileTest {

    private static final String EMPTY = "1:1: the file is empty; begin with 'workflow: NAME' and 'tasks:'";

    @TempDir
    private Path folder;

    @Test
    void file_complete_isReadWithPositions() throws Exception {
        String yaml = """
                # yaml-language-server: $schema=tokenport-workflow.schema.json
                workflow: orders
                tasks:
                  auth:
                    operator: oauth2-authentication
                    label: Token for the orders
                    parameters:
                      oauth_client_secret: ${env:ORDERS_SECRET}
                      oauth_attempts: 2
                      oauth_scope:
                  orders:
                    operator: http-request
                    config: {from: auth, map: {oauth_access_token: api_token}}
                    inputs: [a, b]
                    after: auth
                """;

        Workflow workflow = WorkflowFile.read(file(folder, yaml));

        Task auth = new Task(
                "auth",
                "Token for the orders",
                "oauth2-authentication",
                new Position(5, 15),
                Map.of(
                        "oauth_client_secret",
                        new ParameterNode.Scalar(
                                ReferencingText.parse("${env:ORDERS_SECRET}"),
                                JsonType.STRING,
                                new Position(8, 7),
                                new Position(8, 28),
                                List.of(new Position(8, 28))),
                        "oauth_attempts",
                        new ParameterNode.Scalar(
                                ReferencingText.parse("2"),
                                JsonType.NUMBER,
                                new Position(9, 7),
                                new Position(9, 23),
                                List.of())),
                List.of(),
                List.of(),
                List.of(),
                new Position(4, 3));
        Connection.Renaming renaming =
                new Connection.Renaming("oauth_access_token", "api_token", new Position(13, 32), new Position(13, 52));
        Task orders = new Task(
                "orders",
                "orders",
                "http-request",
                new Position(12, 15),
                Map.of(),
                List.of(new Connection.Data("a", new Position(14, 14)), new Connection.Data("b", new Position(14, 17))),
                List.of(new Connection.Config("auth", List.of(renaming), new Position(13, 20))),
                List.of(new Connection.After("auth", new Position(15, 12))),
                new Position(11, 3));
        assertThat(workflow)
                .isEqualTo(new Workflow(
                        "orders",
                        folder.resolve("orders.yaml").toString(),
                        folder,
                        Map.of("auth", auth, "orders", orders)));
        assertThat(workflow.tasks().keySet()).containsExactly("auth", "orders");
    }

    @Test
    void scalar_ofEachKind_keepsItsJsonType() throws Exception {
        String parameters = """
                      a: 1
                      b: -2.50e3
                      c: true
                      d: "true"
                      e: 0x1F
                      f: 007
                      g: 2026-01-01
                      h: yes
                      i: 1.
                      j: $${env:X}
                """;

        Workflow workflow = WorkflowFile.read(file(folder, task(parameters)));

        assertThat(typesOf(workflow))
                .containsExactly(
                        "a NUMBER",
                        "b NUMBER",
                        "c BOOLEAN",
                        "d STRING",
                        "e STRING",
                        "f STRING",
                        "g STRING",
                        "h STRING",
                        "i STRING",
                        "j STRING");
    }

    @Test
    void mistake_printed_beginsWithTheFileAsNamed() throws Exception {
        Path file = file(folder, "workflow: x\n");

        assertThatThrownBy(() -> WorkflowFile.read(file))
                .isInstanceOf(WorkflowException.class)
                .hasMessage(file + ":1:1: 'tasks' is missing; add 'tasks:' and below it a task by its id");
    }

    @Test
    void file_thatIsMissing_isAnIoException() {
        assertThatThrownBy(() -> WorkflowFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void file_withoutContent_isOneMistake() throws Exception {
        assertThat(mistakes(file(folder, ""))).containsExactly(EMPTY);
        assertThat(mistakes(file(folder, "# a comment\n\n"))).containsExactly(EMPTY);
        assertThat(mistakes(file(folder, "---\n"))).containsExactly(EMPTY);
        assertThat(mistakes(file(folder, "~"))).containsExactly(EMPTY);
    }

    @Test
    void root_ofAnotherKind_isOneMistake() throws Exception {
        assertThat(mistakes(file(folder, "- a\n")))
                .containsExactly("1:1: the file is a list; begin with 'workflow: NAME' and 'tasks:'");
        assertThat(mistakes(file(folder, "hello")))
                .containsExactly("1:1: the file is a text; begin with 'workflow: NAME' and 'tasks:'");
    }

    @Test
    void tasks_emptyOrOfAnotherKind_isAMistake() throws Exception {
        assertThat(mistakes(file(folder, "workflow: x\ntasks: {}\n")))
                .containsExactly("2:8: 'tasks' is empty; a workflow has at least one task");
        assertThat(mistakes(file(folder, "workflow: x\ntasks: [a]\n")))
                .containsExactly("2:8: 'tasks' is a list; write each task by its id, as in 'auth:'");
        assertThat(mistakes(file(folder, "workflow: x\ntasks: {a: b}\n")))
                .containsExactly("2:12: task 'a' is a text; write 'operator: ID' below it");
    }

    @Test
    void taskId_withADot_isAMistake() throws Exception {
        assertThat(mistakes(file(
                        folder, "workflow: x\ntasks: {a.b: {operator: c}, -d: {operator: c}, '': {operator: c}}\n")))
                .containsExactly(
                        "2:9: 'a.b' is no task id; use letters (a to z), digits, '_' and '-', not '-' first",
                        "2:29: '-d' is no task id; use letters (a to z), digits, '_' and '-', not '-' first",
                        "2:48: '' is no task id; use letters (a to z), digits, '_' and '-', not '-' first");
    }

    @Test
    void reference_faulty_isAMistakeAtItsColumn() throws Exception {
        String parameters = """
                      a: ${env:A} ${vault:B}
                      b: "ü${env:A}\\t${env:}"
                      c: |
                        first
                        ${file:x
                """;

        assertThat(mistakes(file(folder, task(parameters))))
                .extracting(mistake -> mistake.substring(0, mistake.indexOf(": ")))
                .containsExactly("6:19", "7:22", "10:9");
    }

    @Test
    void mistakes_ofAllKinds_areReportedAtOnce() throws Exception {
        String yaml = """
                workflow: [x]
                task: 1
                tasks:
                  a:
                    operater: call
                    inputs: {from: b}
                    after: [[b], ~]
                  b:
                    operator: [call]
                    label:
                    parameters: [url]
                  c: {operator: call, parameters: {url: [x]}}
                  d: {operator: call, config: [{map: {x: y, z: y}, form: a}, {from: a, map: x}, []]}
                """;

        assertThat(mistakes(file(folder, yaml)))
                .containsExactly(
                        "1:11: 'workflow' is a list; write the workflow's name",
                        "2:1: unknown key 'task'; did you mean 'tasks'?",
                        "4:3: task 'a' has no operator; add 'operator: ID'",
                        "5:5: unknown key 'operater'; did you mean 'operator'?",
                        "6:13: 'inputs' is a mapping; each entry is the id of a task",
                        "7:13: 'after' is a list; each entry is the id of a task",
                        "7:18: 'after' is empty; write the id of a task",
                        "9:15: 'operator' is a list; write the id of an operator",
                        "10:11: 'label' is empty; write the task's name for people",
                        "11:17: 'parameters' is a list; write each as 'ID: VALUE' below it",
                        "12:41: 'url' is a list; a parameter's value is one text or a mapping",
                        "13:32: 'from' is missing; write {from: TASK, map: {PATH: PARAMETER}}",
                        "13:48: two paths are delivered as 'y'; remove one",
                        "13:52: unknown key 'form'; did you mean 'from'?",
                        "13:77: 'map' is a text; write {PATH: PARAMETER}",
                        "13:81: 'config' is a list; each entry is the id of a task or {from: TASK, map: {PATH:"
                                + " PARAMETER}}");
    }

    private static String task(String parameters) {
        return "workflow: x\ntasks:\n  a:\n    operator: call\n    parameters:\n" + parameters;
    }

    private static List<String> typesOf(Workflow workflow) {
        return workflow.tasks().values().stream()
                .flatMap(task -> task.parameters().entrySet().stream())
                .map(entry -> entry.getKey() + " " + ((ParameterNode.Scalar) entry.getValue()).type())
                .toList();
    }
}
