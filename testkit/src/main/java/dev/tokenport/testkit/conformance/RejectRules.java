package dev.tokenport.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.RunOutcome;
import org.junit.jupiter.api.Test;

/** What a task gives up: its second output. */
interface RejectRules extends BenchUser {

    @Test
    default void rejects_thatAreTaken_areTheInputsEntitiesWithTheReasonOnceTheTaskHasEnded() {
        RunReport report = bench().run("""
                source: {operator: test-source, parameters: {count: 3}}
                picky: {operator: test-reject, inputs: source, parameters: {rejects: '2'}}
                sink: {operator: test-sink, inputs: picky}
                lost: {operator: test-sink, inputs: picky.rejects}
                """);

        assertThat(bench().journal().lines())
                .containsSubsequence(
                        "picky rejects 2",
                        "picky closed",
                        "lost executed: text=none, more=none, secret=none",
                        "lost takes {name=2, reject_reason=2 is bad}");
        assertThat(bench().journal().of("sink")).endsWith("takes {name=1}", "takes {name=3}");
        TaskRecord picky = Bench.task(report, "picky");
        assertThat(picky.taken()).isEqualTo(3);
        assertThat(picky.entities()).isEqualTo(2);
        assertThat(picky.rejects()).isEqualTo(1);
        assertThat(Bench.task(report, "lost").taken()).isEqualTo(1);
        assertThat(Bench.task(report, "lost").rejects()).isZero();
    }

    @Test
    default void rejects_thatNobodyTakes_areCounted() {
        RunReport report = bench().run("""
                source: {operator: test-source, parameters: {count: 20000, values: {name: 'a longer name than before #'}}}
                picky: {operator: test-reject, inputs: source}
                """);

        assertThat(Bench.task(report, "picky").rejects()).isEqualTo(20000);
        assertThat(bench().spooledFiles()).isEmpty();
    }

    @Test
    default void rejects_whenThereAreNone_areAnEmptyInput() {
        RunReport report = bench().run(1, """
                source: {operator: test-source}
                picky: {operator: test-reject, inputs: source, parameters: {rejects: other}}
                lost: {operator: test-sink, inputs: picky.rejects}
                """);

        assertThat(bench().journal().of("lost")).containsExactly("executed: text=none, more=none, secret=none");
        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
    }

    @Test
    default void rejects_withoutAnInput_haveTheReasonOnly() {
        bench().run(1, """
                picky: {operator: test-reject, parameters: {more: 2}}
                lost: {operator: test-sink, inputs: picky.rejects}
                """);

        assertThat(bench().journal().of("lost"))
                .contains("takes {reject_reason=number 1 is bad}", "takes {reject_reason=number 2 is bad}");
    }

    @Test
    default void rejects_takenByManyTasks_areReadByAllAndDeleted() {
        RunReport report = bench().run(1, """
                source: {operator: test-source, parameters: {count: 20000}}
                picky: {operator: test-reject, inputs: source}
                a: {operator: test-sink, inputs: [picky.rejects, picky.rejects]}
                b: {operator: test-sink, inputs: picky.rejects}
                """);

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(bench().journal().of("a")).hasSize(40001);
        assertThat(bench().journal().of("b")).hasSize(20001).endsWith("takes {name=20000, reject_reason=20000 is bad}");
        assertThat(bench().spooledFiles()).isEmpty();
    }

    @Test
    default void consumer_ofBothOutputs_comesToItsEndWithOneThread() {
        RunReport report = bench().run(1, """
                source: {operator: test-source, parameters: {count: 3}}
                picky: {operator: test-reject, inputs: source, parameters: {rejects: '2'}}
                sink: {operator: test-sink, inputs: [picky, picky.rejects]}
                """);

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(bench().journal().of("sink"))
                .containsExactly(
                        "executed: text=none, more=none, secret=none",
                        "takes {name=1}",
                        "takes {name=3}",
                        "takes {name=2, reject_reason=2 is bad}");
    }

    @Test
    default void chain_behindBothOutputs_comesToItsEndWithOneThread() {
        RunReport report = bench().run(1, """
                source: {operator: test-source, parameters: {count: 3}}
                picky: {operator: test-reject, inputs: source, parameters: {rejects: '2'}}
                pass: {operator: test-pass, inputs: picky}
                again: {operator: test-reject, inputs: picky.rejects}
                sink: {operator: test-sink, inputs: [pass, again.rejects], after: picky}
                """);

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(bench().journal().of("sink"))
                .endsWith("takes {name=2, reject_reason=2 is bad, reject_reason_1=2 is bad}");
    }

    @Test
    default void rejects_underConfig_replaceParametersWithThoseOfTheFirst() {
        bench().run(1, """
                source: {operator: test-source, parameters: {count: 3}}
                picky: {operator: test-reject, inputs: source, parameters: {rejects: '2 3'}}
                sink: {operator: test-sink, config: [{from: picky.rejects, map: {name: text, reject_reason: more}}]}
                """);

        assertThat(bench().journal().of("sink")).containsExactly("executed: text=2, more=2 is bad, secret=none");
        assertThat(bench().spooledFiles()).isEmpty();
    }

    @Test
    default void rejects_ofATaskThatFails_reachNobody() {
        RunReport report = bench().run(1, """
                source: {operator: test-source}
                picky: {operator: test-reject, inputs: source, parameters: {error: it is broken}}
                lost: {operator: test-sink, inputs: picky.rejects}
                """);

        assertThat(Bench.statuses(report)).containsEntry("picky", "failed").containsEntry("lost", "skipped");
        assertThat(Bench.task(report, "picky").rejects()).isEqualTo(1);
        assertThat(bench().spooledFiles()).isEmpty();
    }

    @Test
    default void reason_withASecretOrSeveralLines_isRedactedAndOnOne() {
        bench().run(1, """
                auth: {operator: test-secret}
                holder: {operator: test-sink, config: auth}
                picky: {operator: test-reject, after: holder, parameters: {more: 1, reason: "refused\\n token-1"}}
                lost: {operator: test-sink, inputs: picky.rejects}
                """);

        assertThat(bench().journal().of("lost")).contains("takes {reject_reason=number 1 refused ***}");
    }
}
