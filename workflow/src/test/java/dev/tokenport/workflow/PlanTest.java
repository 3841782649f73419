package dev.tokenport.workflow;

import static dev.tokenport.workflow.WorkflowText.AUTH;
import static dev.tokenport.workflow.WorkflowText.mistakes;
import static dev.tokenport.workflow.WorkflowText.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanTest {

    @TempDir
    private Path folder;

    @Test
    void workflow_valid_isPlannedInTopologicalOrder() throws Exception {
        Plan plan = plan(folder, """
              file: {operator: dataset, inputs: orders, parameters: {file: orders.json}}
              last: {operator: sink, inputs: [file], after: auth}
              orders: {operator: call, config: auth, parameters: {url: 'https://api.example.org'}}
            """ + AUTH);

        assertThat(plan.tasks())
                .extracting(task ->
                        task.task().id() + " " + task.operator().description().id())
                .containsExactly("auth sample-token-operator", "orders call", "file dataset", "last sink");
    }

    @Test
    void tasks_withoutOrder_keepTheOrderOfTheFile() throws Exception {
        Plan plan = plan(folder, """
              c: {operator: settings}
              a: {operator: settings}
              b: {operator: settings, after: a}
              0: {operator: settings}
            """);

        assertThat(plan.tasks()).extracting(task -> task.task().id()).containsExactly("c", "a", "b", "0");
    }

    @Test
    void operator_unknown_namesTheNearest() throws Exception {
        assertThat(mistakes(folder, """
              a: {operator: tokem}
              b: {operator: something-else}
            """))
                .containsExactly(
                        "3:17: there is no operator 'tokem'; did you mean 'token'?",
                        "4:17: there is no operator 'something-else'; 'tokenport operators' lists those there are");
    }

    @Test
    void operator_absent_saysWhyInsteadOfTheNearest() throws Exception {
        Path file = Files.writeString(folder.resolve("w.yaml"), "workflow: w\ntasks:\n  a: {operator: tokem}\n");
        var operators = SampleOperators.all().withAbsent(List.of("tokem"), "the plugin t.jar was left out");

        assertThatExceptionOfType(WorkflowException.class)
                .isThrownBy(() -> Plan.read(file, List.of(), operators))
                .satisfies(thrown -> assertThat(thrown.problems())
                        .extracting(Problem::message)
                        .containsExactly("there is no operator 'tokem': the plugin t.jar was left out"));
    }

    @Test
    void parameter_unknownOrWrongOrMissing_isAMistakeAtItsPlace() throws Exception {
        assertThat(mistakes(folder, """
              a:
                operator: token
                parameters:
                  token_ulr: https://idp.example.org/token
                  token_url: htp://x
                  grant: implicit
                  timeout: soon
              b:
                operator: call
                parameters: {retry: {attempts: x, dely: 1s}, url: ''}
            """))
                .containsExactly(
                        "6:7: task 'a': token_ulr is not a parameter; did you mean 'token_url'?",
                        "7:18: task 'a': token_url 'htp://x' is not an http(s) URL",
                        "8:14: task 'a': grant 'implicit' is none of client_credentials, password and given",
                        "9:16: task 'a': timeout 'soon' is not a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S",
                        "12:36: task 'b': retry-attempts 'x' is not a whole number",
                        "12:39: task 'b': retry-dely is not a parameter; did you mean 'retry-delay'?",
                        "12:55: task 'b': url is missing; it is mandatory");
    }

    @Test
    void value_missingUnderACondition_isAMistakeUnlessPending() throws Exception {
        String url = "token_url: 'https://idp.example.org/token'";

        assertThat(mistakes(folder, "  a: {operator: token, parameters: {grant: password, " + url + "}}\n"))
                .containsExactly("3:3: task 'a': user is missing; it is mandatory when grant is password");
        assertThat(mistakes(folder, "  a: {operator: token, parameters: {grant: '${env:GRANT}', " + url + "}}\n"))
                .isEmpty();
    }

    @Test
    void value_ofASecret_isInNoMessage() throws Exception {
        assertThat(mistakes(
                        folder, "  a: {operator: token, parameters: {client_secret: {hush: hush}, token_url: x}}\n"))
                .isNotEmpty()
                .noneMatch(mistake -> mistake.contains("hush"));
    }

    @Test
    void value_thatAConfigPortMayDeliver_isNotMissing() throws Exception {
        assertThat(mistakes(folder, """
              a: {operator: settings, parameters: {parameters: {token_url: 'https://x.example.org'}}}
              b: {operator: token, config: a}
            """)).isEmpty();
    }

    @Test
    void value_thatAFixedSchemaDoesNotDeliver_isMissing() throws Exception {
        assertThat(mistakes(folder, AUTH + "  b: {operator: call, config: auth}\n"))
                .containsExactly("6:3: task 'b': url is missing; it is mandatory");
        assertThat(mistakes(folder, AUTH + "  b: {operator: call, config: {from: auth, map: {access_token: url}}}\n"))
                .isEmpty();
    }

    @Test
    void value_wrongThoughAConfigPortMayReplaceIt_isAMistake() throws Exception {
        assertThat(mistakes(folder, """
              a: {operator: settings}
              b: {operator: token, config: a, parameters: {timeout: soon, grant: password}}
            """))
                .containsExactly(
                        "4:57: task 'b': timeout 'soon' is not a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S");
    }

    @Test
    void url_thatAnotherValueMayAllow_isNoMistake() throws Exception {
        String settings = "  a: {operator: settings}\n";
        String url = "parameters: {token_url: 'http://idp.example.org/token', client_secret: x}}\n";

        assertThat(mistakes(folder, settings + "  b: {operator: token, config: a, " + url))
                .isEmpty();
        assertThat(mistakes(folder, settings + "  b: {operator: token, after: a, " + url))
                .singleElement()
                .asString()
                .startsWith("4:58: task 'b': token_url 'http://idp.example.org/token' is plain http to a far host");
    }
}
