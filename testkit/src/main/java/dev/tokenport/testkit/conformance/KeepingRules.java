package dev.tokenport.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.run.RunReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 5, of an engine that never streams: an output is whole, and kept, before its consumer starts. */
interface KeepingRules extends BenchUser {

    @Test
    default void source_withOneConsumer_isReadWholeBeforeThatStarts() {
        bench().run("""
                source: {operator: test-source, parameters: {count: 2}}
                pass: {operator: test-pass, inputs: source}
                sink: {operator: test-sink, inputs: pass}
                """);

        assertThat(bench().journal().lines())
                .containsExactly(
                        "source executed",
                        "source gives 1",
                        "source gives 2",
                        "source closed",
                        "pass executed",
                        "sink executed: text=none, more=none, secret=none",
                        "sink takes {name=1}",
                        "sink takes {name=2}");
        assertThat(bench().spooledFiles()).isEmpty();
    }

    @Test
    default void consumer_thatStopsEarly_leavesItsSourceWhole() {
        RunReport report = bench().run("""
                source: {operator: test-source, parameters: {count: 3}}
                sink: {operator: test-sink, inputs: source, parameters: {limit: 1}}
                """);

        assertThat(bench().journal().of("source"))
                .containsExactly("executed", "gives 1", "gives 2", "gives 3", "closed");
        assertThat(Bench.task(report, "source").entities()).isEqualTo(3);
        assertThat(Bench.task(report, "sink").taken()).isEqualTo(1);
    }

    @Test
    default void secret_thatFlowsAsData_isAnErrorNamingTheConnection() {
        RunReport report = bench().run("""
                auth: {operator: test-secret}
                pass: {operator: test-pass, inputs: auth}
                """);

        assertThat(report.error())
                .contains(
                        "task 'auth' (Test secret): its secret 'secret' would have to be stored for 'inputs' of 'pass';"
                                + " hand it over under 'config' only");
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("auth", "failed", "pass", "skipped"));
    }

    @Test
    default void failure_afterSomeEntities_reachesNoConsumer() {
        RunReport report = bench().run("""
                source: {operator: test-source, parameters: {count: 3, fail_at: 2}}
                sink: {operator: test-sink, inputs: source}
                """);

        assertThat(report.error()).contains("task 'source' (Test source): entity 2 is broken");
        assertThat(bench().journal().lines()).containsExactly("source executed", "source gives 1", "source closed");
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("source", "failed", "sink", "skipped"));
        assertThat(bench().spooledFiles()).isEmpty();
    }

    @Test
    default void failure_ofAConsumer_leavesItsSourceDone() {
        RunReport report = bench().run("""
                source: {operator: test-source}
                bad: {operator: test-block, inputs: source, parameters: {error: it is broken}}
                """);

        assertThat(Bench.statuses(report)).isEqualTo(Map.of("source", "done", "bad", "failed"));
    }

    @Test
    default void listener_whileTasksRun_hearsOfOneAfterTheOther() {
        List<String> heard = bench().heard("""
                source: {operator: test-source}
                sink: {operator: test-sink, inputs: source}
                """);

        assertThat(heard).containsExactly("source started", "source done", "sink started", "sink done");
    }
}
