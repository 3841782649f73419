package dev.tokenport.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 4: how config ports replace parameters; and how a secret that was handed over is renewed. */
interface ReconfigurationRules extends BenchUser {

    @Test
    default void config_severalEntitiesAndValues_takesTheFirstOfEach() {
        bench().run("""
                settings: {operator: test-source, parameters: {count: 5, values: {text: 'text #'}}}
                sink: {operator: test-sink, config: settings, parameters: {text: original, more: kept}}
                """);

        assertThat(bench().journal().lines())
                .containsExactly(
                        "settings executed",
                        "settings gives 1",
                        "settings closed",
                        "sink executed: text=text 1, more=kept, secret=none");
    }

    @Test
    default void config_withMap_replacesUnderTheOtherName() {
        bench().run("""
                settings: {operator: test-source, parameters: {values: {name: given}}}
                sink: {operator: test-sink, config: {from: settings, map: {name: more}}}
                """);

        assertThat(bench().journal().of("sink")).containsExactly("executed: text=none, more=given, secret=none");
    }

    @Test
    default void config_severalInputs_mergePerParameterAndTheLaterWins() {
        bench().run("""
                first: {operator: test-source, parameters: {values: {text: from first, more: from first}}}
                second: {operator: test-source, parameters: {values: {text: from second}}}
                sink: {operator: test-sink, config: [first, second]}
                other: {operator: test-sink, config: [second, first]}
                """);

        assertThat(bench().journal().of("sink"))
                .containsExactly("executed: text=from second, more=from first, secret=none");
        assertThat(bench().journal().of("other"))
                .containsExactly("executed: text=from first, more=from first, secret=none");
    }

    @Test
    default void config_withoutEntity_keepsTheOriginal() {
        bench().run("""
                settings: {operator: test-source, parameters: {count: 0, values: {text: given}}}
                sink: {operator: test-sink, config: settings, parameters: {text: original}}
                """);

        assertThat(bench().journal().of("sink")).containsExactly("executed: text=original, more=none, secret=none");
    }

    @Test
    default void config_pathWithoutValue_keepsTheOriginal() {
        bench().run("""
                settings: {operator: test-source, parameters: {values: {text: '-', more: given}}}
                sink: {operator: test-sink, config: settings, parameters: {text: original}}
                """);

        assertThat(bench().journal().of("sink")).containsExactly("executed: text=original, more=given, secret=none");
    }

    @Test
    default void config_emptyText_isAValue() {
        bench().run("""
                settings: {operator: test-source, parameters: {values: {more: ''}}}
                sink: {operator: test-sink, config: settings, parameters: {more: original}}
                """);

        assertThat(bench().journal().of("sink")).containsExactly("executed: text=none, more=, secret=none");
    }

    @Test
    default void config_pathThatNamesNoParameter_isAWarning() {
        RunReport report = bench().run("""
                settings: {operator: test-source, parameters: {values: {nonsense: given}}}
                sink: {operator: test-sink, config: settings}
                """);

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(Bench.task(report, "sink").warnings())
                .containsExactly("config from task 'settings': there is no parameter 'nonsense'");
    }

    @Test
    default void config_optionalPathThatNamesNoParameter_isSilent() {
        RunReport report = bench().run("""
                auth: {operator: test-secret}
                sink: {operator: test-sink, config: auth}
                """);

        assertThat(Bench.task(report, "sink").warnings()).isEmpty();
    }

    @Test
    default void config_valueThatBreaksARule_namesTaskAndParameter() {
        RunReport report = bench().run("""
                settings: {operator: test-source, parameters: {values: {pause: soon}}}
                sink: {operator: test-sink, config: settings}
                """);

        assertThat(report.error().orElseThrow()).startsWith("task 'sink' (Test sink): pause 'soon' ");
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("settings", "done", "sink", "failed"));
    }

    @Test
    default void config_secret_replacesASecretParameter() {
        bench().run("""
                auth: {operator: test-secret}
                sink: {operator: test-sink, config: auth, parameters: {secret: '${env:TOKENPORT_TEST_SECRET}'}}
                """);

        assertThat(bench().journal().of("sink")).containsExactly("executed: text=none, more=none, secret=token-1");
    }

    @Test
    default void renewal_ofARefusedSecret_asksItsSource() {
        RunReport report = bench().run(1, """
                auth: {operator: test-secret}
                a: {operator: test-sink, config: auth, parameters: {renew: true}}
                b: {operator: test-sink, config: auth, parameters: {renew: true}, after: a}
                """);

        assertThat(bench().journal().lines())
                .containsExactly(
                        "auth executed",
                        "a executed: text=none, more=none, secret=token-1",
                        "auth renews token-1",
                        "a renewed: token-2",
                        "b executed: text=none, more=none, secret=token-2",
                        "auth renews token-2",
                        "b renewed: token-3");
        assertThat(Bench.task(report, "auth").renewals()).isEqualTo(2);
        assertThat(Bench.task(report, "auth").entities()).isEqualTo(1);
    }

    @Test
    default void renewal_ofASecretFromNoTask_givesNothing() {
        bench().run("""
                sink: {operator: test-sink, parameters: {renew: true, secret: '${env:TOKENPORT_TEST_SECRET}'}}
                """);

        assertThat(bench().journal().of("sink"))
                .containsExactly("executed: text=none, more=none, secret=open sesame", "renewed: none");
    }
}
