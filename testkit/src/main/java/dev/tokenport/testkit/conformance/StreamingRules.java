package dev.tokenport.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Rule 5, of an engine that streams: a consumer pulls its source entity by entity, and both end together. */
interface StreamingRules extends BenchUser {

    @Test
    default void source_withOneConsumer_isPulledEntityByEntity() {
        bench().run("""
                source: {operator: test-source, parameters: {count: 2}}
                pass: {operator: test-pass, inputs: source}
                sink: {operator: test-sink, inputs: pass}
                """);

        assertThat(bench().journal().lines())
                .containsExactly(
                        "source executed",
                        "pass executed",
                        "sink executed: text=none, more=none, secret=none",
                        "source gives 1",
                        "sink takes {name=1}",
                        "source gives 2",
                        "sink takes {name=2}",
                        "source closed");
    }

    @Test
    default void consumer_thatStopsEarly_closesItsSourceWhichIsDone() {
        RunReport report = bench().run("""
                source: {operator: test-source, parameters: {count: 9}}
                sink: {operator: test-sink, inputs: source, parameters: {limit: 1}}
                """);

        assertThat(bench().journal().of("source")).containsExactly("executed", "gives 1", "closed");
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("source", "done", "sink", "done"));
        assertThat(Bench.task(report, "source").entities()).isEqualTo(1);
    }

    @Test
    default void consumer_thatNeverReads_closesItsSource() {
        RunReport report = bench().run("""
                source: {operator: test-source}
                block: {operator: test-block, inputs: source}
                """);

        assertThat(bench().journal().of("source")).containsExactly("executed", "closed");
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("source", "done", "block", "done"));
    }

    @Test
    default void secret_thatFlowsAsData_knowsItsTask() {
        bench().run("""
                auth: {operator: test-secret}
                pass: {operator: test-pass, inputs: auth}
                sink: {operator: test-sink, inputs: pass}
                """);

        assertThat(bench().journal().of("sink")).contains("takes {secret=secret of auth, token_type=Bearer}");
    }

    @Test
    default void rejects_ofAConsumerThatStopsEarly_areThoseUntilThen() {
        RunReport report = bench().run(1, """
                source: {operator: test-source, parameters: {count: 9}}
                picky: {operator: test-reject, inputs: source, parameters: {rejects: '1 5'}}
                sink: {operator: test-sink, inputs: picky, parameters: {limit: 1}}
                lost: {operator: test-sink, inputs: picky.rejects}
                """);

        assertThat(bench().journal().of("lost"))
                .containsExactly(
                        "executed: text=none, more=none, secret=none", "takes {name=1, reject_reason=1 is bad}");
        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
    }

    @Test
    default void secret_inATakenReject_isAnErrorNamingTheConnections() {
        RunReport report = bench().run(1, """
                auth: {operator: test-secret}
                picky: {operator: test-reject, inputs: auth}
                lost: {operator: test-sink, inputs: picky.rejects}
                """);

        assertThat(report.error())
                .contains(
                        "task 'picky' (Test reject): the secret 'secret' of an entity that it rejects would have to be"
                                + " stored for 'inputs' of 'lost' (picky.rejects); do not take the rejects of entities with"
                                + " secrets");
        assertThat(Bench.statuses(report)).containsEntry("picky", "failed").containsEntry("lost", "skipped");
    }

    @Test
    default void secret_inARejectThatNobodyTakes_isCounted() {
        RunReport report = bench().run(1, """
                auth: {operator: test-secret}
                picky: {operator: test-reject, inputs: auth}
                """);

        assertThat(Bench.statuses(report)).isEqualTo(Map.of("auth", "done", "picky", "done"));
        assertThat(Bench.task(report, "picky").rejects()).isEqualTo(1);
    }

    @Test
    default void rejects_whileTheOutputIsPulled_areCompleteOnceItHasEnded() {
        bench().run("""
                source: {operator: test-source, parameters: {count: 3}}
                picky: {operator: test-reject, inputs: source, parameters: {rejects: '2'}}
                sink: {operator: test-sink, inputs: picky}
                lost: {operator: test-sink, inputs: picky.rejects}
                """);

        assertThat(bench().journal().lines())
                .containsSubsequence(
                        "sink takes {name=1}",
                        "picky rejects 2",
                        "sink takes {name=3}",
                        "picky closed",
                        "lost executed: text=none, more=none, secret=none");
    }

    @Test
    default void failure_inAStream_belongsToTheSourceThoughTheConsumerPulls() {
        RunReport report = bench().run("""
                source: {operator: test-source, parameters: {count: 3, fail_at: 2}}
                pass: {operator: test-pass, inputs: source}
                sink: {operator: test-sink, inputs: pass}
                """);

        assertThat(report.error()).contains("task 'source' (Test source): entity 2 is broken");
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("source", "failed", "pass", "skipped", "sink", "skipped"));
        assertThat(bench().journal().of("sink")).endsWith("takes {name=1}");
        assertThat(Bench.task(report, "sink").error()).isEqualTo(Optional.empty());
    }

    @Test
    default void failure_ofAConsumer_cancelsTheSourceItPulls() {
        RunReport report = bench().run("""
                source: {operator: test-source, parameters: {count: 3}}
                bad: {operator: test-block, inputs: source, parameters: {error: it is broken}}
                """);

        assertThat(Bench.statuses(report)).isEqualTo(Map.of("source", "cancelled", "bad", "failed"));
        assertThat(bench().journal().of("source")).containsExactly("executed", "closed");
    }

    @Test
    default void listener_whileEntitiesArePulled_hearsOfBothTasks() {
        List<String> heard = bench().heard("""
                source: {operator: test-source}
                sink: {operator: test-sink, inputs: source}
                """);

        assertThat(heard).containsExactly("source started", "sink started", "source done", "sink done");
    }

    @Test
    default void failure_unexpected_isKeptForTheStackTrace() {
        List<Throwable> errors = new CopyOnWriteArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void failed(String task, Throwable error) {
                errors.add(error);
            }
        };

        bench().run(8, """
                bad: {operator: test-block, parameters: {error: no such state, unexpected: true}}
                """, listener);

        assertThat(errors).hasSize(1).first().isInstanceOf(IllegalStateException.class);
    }
}
