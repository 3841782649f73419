package dev.tokenport.testkit.conformance;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a task does side by side: with threads of the run, which end with it. */
interface ThreadRules extends BenchUser {

    @Test
    default void executor_whateverMayRunSideBySide_givesAsManyThreadsAsTheTaskWants() {
        RunReport report = bench().run(1, """
                auth: {operator: test-secret}
                many: {operator: test-threads, config: auth, parameters: {threads: 40}}
                """);

        assertThat(Bench.statuses(report)).isEqualTo(Map.of("auth", "done", "many", "done"));
        assertThat(bench().journal().threads())
                .hasSize(40)
                .allMatch(Thread::isDaemon)
                .allMatch(thread -> thread.getName().startsWith("tokenport-many-"));
    }

    @Test
    default void executor_afterTheRun_hasNoThreadLeft() {
        bench().run("""
                auth: {operator: test-secret}
                many: {operator: test-threads, config: auth, parameters: {threads: 9}}
                """);

        assertThat(bench().journal().threads()).hasSize(9).allMatch(ThreadRules::ends);
    }

    @Test
    default void work_whenAnotherTaskFails_isInterruptedAndItsThreadsEnd() {
        RunReport report = bench().run(2, """
                many: {operator: test-threads, parameters: {threads: 3, work: stay}}
                bad: {operator: test-threads, parameters: {threads: 1, work: break}}
                """);

        assertThat(report.error())
                .contains("task 'bad' (Test threads): unexpected IllegalStateException: work is broken");
        assertThat(Bench.statuses(report)).containsEntry("bad", "failed").doesNotContainEntry("many", "done");
        assertThat(bench().journal().threads()).allMatch(ThreadRules::ends);
    }

    @Test
    default void work_whenTheRunIsCancelled_isInterruptedAndItsThreadsEnd() {
        Thread caller = Thread.currentThread();
        RunListener interrupting = new RunListener() {
            @Override
            public void progress(String task, String message) {
                caller.interrupt();
            }
        };

        RunReport report = bench().run(1, """
                many: {operator: test-threads, parameters: {threads: 3, work: stay}}
                """, interrupting);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("many", "cancelled"));
        assertThat(bench().journal().of("many"))
                .containsExactly("work is interrupted", "work is interrupted", "work is interrupted");
        assertThat(bench().journal().threads()).hasSize(3).allMatch(ThreadRules::ends);
    }

    private static boolean ends(Thread thread) {
        try {
            thread.join(SECONDS.toMillis(10));
            return !thread.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
