package dev.tokenport.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 5: what becomes of the entities that a task gives. */
interface EntityRules extends BenchUser {

    @Test
    default void output_thatNobodyTakes_isDrained() {
        RunReport report = bench().run("""
                source: {operator: test-source, parameters: {count: 2}}
                """);

        assertThat(bench().journal().lines())
                .containsExactly("source executed", "source gives 1", "source gives 2", "source closed");
        assertThat(Bench.task(report, "source").entities()).isEqualTo(2);
    }

    @Test
    default void outputOnDemand_thatNobodyTakes_isNotOpened() {
        RunReport report = bench().run("""
                source: {operator: test-source, parameters: {demand: true}}
                last: {operator: test-sink, after: source}
                """);

        assertThat(bench().journal().of("source")).containsExactly("executed");
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("source", "done", "last", "done"));
    }

    @Test
    default void outputOnDemand_thatIsTaken_isOpenedOnce() {
        bench().run("""
                source: {operator: test-source, parameters: {demand: true}}
                a: {operator: test-sink, inputs: source}
                b: {operator: test-sink, inputs: source}
                """);

        assertThat(bench().journal().of("source")).containsExactly("executed", "opened", "gives 1", "closed");
    }

    @Test
    default void inputs_thatAreOnlyDependencies_areOnlyWaitedFor() {
        bench().run("""
                first: {operator: test-source, parameters: {count: 2}}
                second: {operator: test-source, inputs: first}
                """);

        assertThat(bench().journal().lines())
                .containsExactly(
                        "first executed",
                        "first gives 1",
                        "first gives 2",
                        "first closed",
                        "second executed",
                        "second gives 1",
                        "second closed");
    }

    @Test
    default void inputs_inListOrder_areReadOneAfterTheOther() {
        bench().run(1, """
                a: {operator: test-source, parameters: {values: {name: from a}}}
                b: {operator: test-source, parameters: {values: {name: from b}}}
                sink: {operator: test-sink, inputs: [b, a]}
                """);

        assertThat(bench().journal().of("sink"))
                .containsExactly(
                        "executed: text=none, more=none, secret=none", "takes {name=from b}", "takes {name=from a}");
    }

    @Test
    default void diamond_withOneThread_comesToItsEnd() {
        RunReport report = bench().run(1, """
                source: {operator: test-source, parameters: {count: 2}}
                left: {operator: test-pass, inputs: source}
                right: {operator: test-pass, inputs: source}
                sink: {operator: test-sink, inputs: [left, right]}
                """);

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(bench().journal().of("sink")).hasSize(5);
    }

    @Test
    default void streams_thatWaitForEachOthersEnd_comeToTheirEnd() {
        RunReport report = bench().run(1, """
                a: {operator: test-source}
                b: {operator: test-sink, inputs: a, after: c}
                c: {operator: test-source, after: x}
                d: {operator: test-sink, inputs: c, after: a}
                x: {operator: test-source}
                y: {operator: test-sink, inputs: x, config: z}
                z: {operator: test-source, parameters: {values: {text: z}}, after: x}
                """);

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
    }

    @Test
    default void chain_ofAThousandTasks_comesToItsEnd() {
        StringBuilder tasks = new StringBuilder("pass-0: {operator: test-source, parameters: {count: 3}}\n");
        for (int i = 1; i <= 1000; i++) {
            tasks.append("pass-" + i + ": {operator: test-pass, inputs: pass-" + (i - 1) + "}\n");
        }
        RunReport report = bench().run(1, tasks + "sink: {operator: test-sink, inputs: pass-1000}\n");

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(bench().journal().of("sink"))
                .isEqualTo(List.of(
                        "executed: text=none, more=none, secret=none",
                        "takes {name=1}",
                        "takes {name=2}",
                        "takes {name=3}"));
    }
}
