package dev.tokenport.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 8 and "Secrets": what a failure and a cancellation do, and what is said about them. */
interface FailureRules extends BenchUser {

    @Test
    default void failure_ofATask_skipsWhatDependsOnItAndWhatHasNotBegun() {
        RunReport report = bench().run(1, """
                bad: {operator: test-block, parameters: {error: it is broken}}
                behind: {operator: test-sink, inputs: bad}
                configured: {operator: test-sink, config: bad}
                later: {operator: test-sink, after: behind}
                independent: {operator: test-sink}
                """);

        assertThat(report.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(report.error()).contains("task 'bad' (Test block): it is broken");
        assertThat(Bench.statuses(report))
                .isEqualTo(Map.of(
                        "bad", "failed",
                        "behind", "skipped",
                        "configured", "skipped",
                        "later", "skipped",
                        "independent", "skipped"));
    }

    @Test
    default void failure_ofATask_cancelsWhatElseRuns() {
        RunReport report = bench().run(2, """
                bad: {operator: test-block, parameters: {place: corner, people: 2, error: it is broken}}
                other: {operator: test-block, parameters: {place: corner, people: 2, stays: true}}
                """);

        assertThat(report.error()).contains("task 'bad' (Test block): it is broken");
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("bad", "failed", "other", "cancelled"));
        assertThat(bench().journal().of("other")).endsWith("is interrupted");
    }

    @Test
    default void failure_unexpected_namesItsType() {
        RunReport report = bench().run("""
                bad: {operator: test-block, parameters: {error: no such state, unexpected: true}}
                """);

        assertThat(report.error()).contains("task 'bad' (Test block): unexpected IllegalStateException: no such state");
    }

    @Test
    default void failure_onSeveralLines_isToldOnOne() {
        RunReport report = bench().run("""
                bad: {operator: test-block, parameters: {error: "one\\ntwo"}}
                """);

        assertThat(report.error()).contains("task 'bad' (Test block): one two");
    }

    @Test
    default void failure_withASecretInItsMessage_isRedacted() {
        RunReport report = bench().run("""
                auth: {operator: test-secret}
                holder: {operator: test-sink, config: auth}
                bad: {operator: test-block, parameters: {error: refused token-1 and open sesame}, after: [holder, other]}
                other: {operator: test-sink, parameters: {secret: '${env:TOKENPORT_TEST_SECRET}'}}
                """);

        assertThat(report.error()).contains("task 'bad' (Test block): refused *** and ***");
        assertThat(report.toJson()).doesNotContain("token-1").doesNotContain("sesame");
    }

    @Test
    default void interrupt_ofTheCaller_cancelsTheRun() {
        Thread caller = Thread.currentThread();
        RunListener interrupting = new RunListener() {
            @Override
            public void started(String task, String label) {
                if (task.equals("blocked")) {
                    caller.interrupt();
                }
            }
        };

        RunReport report = bench().run(2, """
                blocked: {operator: test-block, parameters: {place: corner, people: 9}}
                next: {operator: test-sink, after: blocked}
                """, interrupting);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.outcome()).isEqualTo(RunOutcome.CANCELLED);
        assertThat(report.error()).isEmpty();
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("blocked", "cancelled", "next", "skipped"));
    }

    @Test
    default void interrupt_whileEntitiesAreSpooled_leavesNoFile() {
        Thread caller = Thread.currentThread();
        RunListener interrupting = new RunListener() {
            @Override
            public void started(String task, String label) {
                if (task.equals("blocked")) {
                    caller.interrupt();
                }
            }
        };

        RunReport report = bench().run(2, """
                source: {operator: test-source, parameters: {count: 20000}}
                blocked: {operator: test-block, inputs: source, parameters: {place: corner, people: 9}}
                sink: {operator: test-sink, inputs: source, after: blocked}
                """, interrupting);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Bench.statuses(report))
                .isEqualTo(Map.of("source", "done", "blocked", "cancelled", "sink", "skipped"));
        assertThat(bench().spooledFiles()).isEmpty();
    }
}
