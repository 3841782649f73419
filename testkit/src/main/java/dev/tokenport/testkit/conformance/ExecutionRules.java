package dev.tokenport.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rule 3 and 7: what is executed, when, how often, and what is told about it. */
interface ExecutionRules extends BenchUser {

    @Test
    default void task_withManyConfigConsumers_executesOnce() {
        RunReport report = bench().run("""
                auth: {operator: test-secret}
                a: {operator: test-sink, config: auth}
                b: {operator: test-sink, config: auth}
                c: {operator: test-sink, config: auth}
                """);

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(bench().journal().of("auth")).containsExactly("executed");
        assertThat(bench().journal().of("a")).containsExactly("executed: text=none, more=none, secret=token-1");
        assertThat(bench().journal().of("c")).containsExactly("executed: text=none, more=none, secret=token-1");
    }

    @Test
    default void run_hasAnIdentity_whichAllItsTasksSee_andNoOtherRunHas() {
        String tasks = """
                a: {operator: test-sink}
                b: {operator: test-sink, after: a}
                """;

        bench().run(tasks);
        assertThat(bench().journal().runs()).hasSize(1);
        bench().run(tasks);
        assertThat(bench().journal().runs()).hasSize(2);
    }

    @Test
    default void tasks_independent_runSideBySide() {
        RunReport report = bench().run(2, """
                a: {operator: test-block, parameters: {place: corner, people: 2}}
                b: {operator: test-block, parameters: {place: corner, people: 2}}
                """);

        assertThat(Bench.statuses(report)).isEqualTo(Map.of("a", "done", "b", "done"));
    }

    @Test
    default void sources_ofOneConsumer_executeSideBySide() {
        RunReport report = bench().run(2, """
                a: {operator: test-block, parameters: {place: corner, people: 2}}
                b: {operator: test-block, parameters: {place: corner, people: 2}}
                sink: {operator: test-sink, inputs: [a, b]}
                """);

        assertThat(Bench.statuses(report)).isEqualTo(Map.of("a", "done", "b", "done", "sink", "done"));
    }

    @Test
    default void parallel_one_executesOneAfterTheOther() {
        RunReport report = bench().run(1, """
                a: {operator: test-block, parameters: {place: one}}
                b: {operator: test-block, parameters: {place: two}}
                c: {operator: test-block, parameters: {place: three}}
                """);

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(bench().journal().mostRunning()).isEqualTo(1);
        assertThat(bench().journal().lines())
                .containsExactly("a waits", "a goes on", "b waits", "b goes on", "c waits", "c goes on");
    }

    @Test
    default void after_untilFinished_waits() {
        bench().run("""
                last: {operator: test-sink, after: sink}
                sink: {operator: test-sink, inputs: source, parameters: {text: first}}
                source: {operator: test-source}
                """);

        assertThat(bench().journal().lines())
                .containsSubsequence(
                        "sink executed: text=first, more=none, secret=none",
                        "sink takes {name=1}",
                        "last executed: text=none, more=none, secret=none");
    }

    @Test
    default void after_aStreamedSource_waitsForTheEndOfItsStream() {
        bench().run(1, """
                source: {operator: test-source}
                last: {operator: test-sink, after: source}
                sink: {operator: test-sink, inputs: source}
                """);

        assertThat(bench().journal().lines())
                .containsSubsequence("source closed", "last executed: text=none, more=none, secret=none");
    }

    @Test
    default void report_ofARun_tellsAboutEachTask() {
        RunReport report = bench().run("""
                auth: {operator: test-secret, label: The token}
                source: {operator: test-source, parameters: {count: 3}}
                sink: {operator: test-sink, inputs: source, config: auth}
                """);

        TaskRecord auth = Bench.task(report, "auth");
        assertThat(report.workflow()).isEqualTo("test");
        assertThat(report.error()).isEmpty();
        assertThat(auth.label()).isEqualTo("The token");
        assertThat(auth.operator()).isEqualTo("test-secret");
        assertThat(auth.facts()).isEqualTo(Map.of("grant", "test"));
        assertThat(auth.entities()).isEqualTo(1);
        assertThat(auth.started()).isPresent();
        assertThat(auth.finished()).isPresent();
        assertThat(Bench.task(report, "source").entities()).isEqualTo(3);
        assertThat(Bench.task(report, "sink").entities()).isZero();
        assertThat(Bench.task(report, "sink").error()).isEqualTo(Optional.empty());
    }

    @Test
    default void listener_whileTasksRun_hearsOfEach() {
        List<String> heard = bench().heard("""
                first: {operator: test-source}
                second: {operator: test-source, after: first}
                """);

        assertThat(heard).containsExactly("first started", "first done", "second started", "second done");
    }
}
