package dev.tokenport.workflow;

import static dev.tokenport.workflow.WorkflowText.AUTH;
import static dev.tokenport.workflow.WorkflowText.mistakes;
import static dev.tokenport.workflow.WorkflowText.plan;
import static dev.tokenport.workflow.WorkflowText.tasks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.WorkflowFile.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingTest {

    @TempDir
    private Path folder;

    @Test
    void setting_ofEachKind_takesThePlaceOfTheFile() throws Exception {
        Workflow workflow = WorkflowFile.with(
                WorkflowFile.read(
                        tasks(folder, AUTH + "  b: {operator: call, parameters: {url: x, retry: {attempts: 2}}}\n")),
                List.of(
                        Setting.parse("b.retry-attempts=3"),
                        Setting.parse("b.retry-delay=${env:DELAY}"),
                        Setting.parse("b.url=https://x.example.org/?a=b"),
                        Setting.parse("auth.client_secret=${file:secret.txt}"),
                        Setting.parse("auth.extra={\"a\": \"b\"}")));

        Plan plan = Plan.of(workflow, SampleOperators.all());

        assertThat(plan.tasks()).hasSize(2);
        assertThat(pendingText(plan, "b"))
                .isEqualTo("{url=Scalar[value=Text[text=https://x.example.org/?a=b, type=STRING]],"
                        + " retry=Mapping[entries={attempts=Scalar[value=Text[text=3, type=STRING]],"
                        + " delay=Pending[delivery=CERTAIN]}]}");
    }

    @Test
    void setting_thatDoesNotFit_isAMistakeNamingIt() throws Exception {
        Path file = tasks(folder, AUTH);
        List<Setting> settings = List.of(
                Setting.parse("auht.grant=password"),
                Setting.parse("auth.grnt=password"),
                Setting.parse("auth.timeout=soon"),
                Setting.parse("auth.client_secret=hush ${env:X}"),
                Setting.parse("auth.user=${env:}"));

        List<String> mistakes = new ArrayList<>();
        try {
            Plan.read(file, settings, SampleOperators.all());
        } catch (WorkflowException e) {
            e.problems().forEach(problem -> mistakes.add(problem.toString()));
        }

        assertThat(mistakes)
                .containsExactly(
                        "--set auht.grant: there is no task 'auht'; did you mean 'auth'?",
                        "--set auth.user: the name is missing after env:; write ${env:NAME}, ${file:PATH}, ${process:COMMAND} or"
                                + " ${encrypted:LITERAL}, or $${"
                                + " for a literal ${",
                        "--set auth.timeout: task 'auth': timeout 'soon' is not a duration such as 500ms, 30s, 5m, 2h,"
                                + " 1d or PT30S",
                        "--set auth.grnt: task 'auth': grnt is not a parameter; did you mean 'grant'?",
                        "--set auth.client_secret: task 'auth': a secret is never given in the clear; use"
                                + " '${env:NAME}' or '${file:PATH}'");
    }

    private static String pendingText(Plan plan, String id) {
        return plan.tasks().stream()
                .filter(task -> task.task().id().equals(id))
                .map(task -> ParameterResolution.pending(task.task()).toString())
                .collect(Collectors.joining());
    }
}
