package dev.tokenport.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 5: what several consumers take is read whole before any of them starts, and is kept for them. */
interface SpoolRules extends BenchUser {

    @Test
    default void source_withTwoDataConsumers_isReadWholeBeforeAnyStarts() {
        RunReport report = bench().run(1, """
                source: {operator: test-source, parameters: {count: 2}}
                a: {operator: test-sink, inputs: source}
                b: {operator: test-sink, inputs: source}
                """);

        assertThat(bench().journal().lines())
                .containsExactly(
                        "source executed",
                        "source gives 1",
                        "source gives 2",
                        "source closed",
                        "a executed: text=none, more=none, secret=none",
                        "a takes {name=1}",
                        "a takes {name=2}",
                        "b executed: text=none, more=none, secret=none",
                        "b takes {name=1}",
                        "b takes {name=2}");
        assertThat(Bench.task(report, "source").entities()).isEqualTo(2);
    }

    @Test
    default void source_withDataAndConfigConsumer_isReadWhole() {
        bench().run(1, """
                source: {operator: test-source, parameters: {count: 2, values: {text: 't#'}}}
                data: {operator: test-sink, inputs: source}
                config: {operator: test-sink, config: source}
                """);

        assertThat(bench().journal().of("source")).containsExactly("executed", "gives 1", "gives 2", "closed");
        assertThat(bench().journal().of("data")).contains("takes {text=t1}", "takes {text=t2}");
        assertThat(bench().journal().of("config")).containsExactly("executed: text=t1, more=none, secret=none");
    }

    @Test
    default void source_throughTwoPortsOfOneConsumer_isReadByBoth() {
        bench().run("""
                source: {operator: test-source, parameters: {values: {text: given}}}
                sink: {operator: test-sink, inputs: [source, source], config: source}
                """);

        assertThat(bench().journal().of("sink"))
                .containsExactly(
                        "executed: text=given, more=none, secret=none", "takes {text=given}", "takes {text=given}");
    }

    @Test
    default void spool_ofManyEntities_isReadInOrderAndDeleted() {
        RunReport report = bench().run(2, """
                source: {operator: test-source, parameters: {count: 20000, values: {name: 'entity # äöü€'}}}
                a: {operator: test-sink, inputs: source}
                b: {operator: test-sink, inputs: source}
                """);

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(bench().journal().of("a")).hasSize(20001).endsWith("takes {name=entity 20000 äöü€}");
        assertThat(bench().journal().of("b")).isEqualTo(bench().journal().of("a"));
        assertThat(bench().spooledFiles()).isEmpty();
    }

    @Test
    default void secret_thatWouldHaveToBeSpooled_isAnErrorNamingTheConnections() {
        RunReport report = bench().run("""
                auth: {operator: test-secret, parameters: {fixed: false}}
                data: {operator: test-sink, inputs: auth}
                config: {operator: test-sink, config: auth}
                """);

        assertThat(report.error())
                .contains(
                        "task 'auth' (Test secret): its secret 'secret' would have to be stored for 'inputs' of 'data',"
                                + " 'config' of 'config'; hand it over under 'config' only");
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("auth", "failed", "data", "skipped", "config", "skipped"));
    }
}
