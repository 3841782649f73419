package dev.tokenport.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.run.RunReport;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens during a run: one successor for all, counted once, before the secret expires or after it was refused. */
interface SecretRules extends BenchUser {

    @Test
    default void secret_thatIsGood_isTheCurrentOne() {
        RunReport report = bench().run("""
                auth: {operator: test-secret}
                many: {operator: test-threads, config: auth, parameters: {threads: 32}}
                """);

        assertThat(bench().journal().of("auth")).containsExactly("executed");
        assertThat(bench().journal().of("many")).containsExactly("got [token-1]");
        assertThat(Bench.task(report, "auth").renewals()).isZero();
    }

    @Test
    default void secret_aboutToExpire_getsOneSuccessorForAllThreads() {
        RunReport report = bench().run("""
                auth: {operator: test-secret, parameters: {expires: true}}
                many: {operator: test-threads, config: auth, parameters: {threads: 32}}
                """);

        assertThat(bench().journal().of("auth")).containsExactly("executed", "replaces token-1");
        assertThat(bench().journal().of("many")).containsExactly("got [token-2]");
        assertThat(Bench.task(report, "auth").renewals()).isEqualTo(1);
    }

    @Test
    default void secret_thatHasASuccessor_isTheSuccessorForTasksThatStartLater() {
        RunReport report = bench().run("""
                auth: {operator: test-secret, parameters: {expires: true}}
                many: {operator: test-threads, config: auth}
                later: {operator: test-sink, config: auth, after: many}
                """);

        assertThat(bench().journal().of("later")).containsExactly("executed: text=none, more=none, secret=token-2");
        assertThat(Bench.task(report, "auth").renewals()).isEqualTo(1);
    }

    @Test
    default void secret_underAnotherName_getsASuccessorToo() {
        bench().run("""
                auth: {operator: test-secret, parameters: {expires: true}}
                many: {operator: test-threads, config: [auth, {from: auth, map: {secret: other}}]}
                """);

        assertThat(bench().journal().of("many")).containsExactly("got [token-2]");
    }

    @Test
    default void secret_refusedForAllThreads_isRenewedOnce() {
        RunReport report = bench().run("""
                auth: {operator: test-secret}
                many: {operator: test-threads, config: auth, parameters: {threads: 32, work: renew}}
                """);

        assertThat(bench().journal().of("auth")).containsExactly("executed", "renews token-1");
        assertThat(bench().journal().of("many")).containsExactly("got [token-2]");
        assertThat(Bench.task(report, "auth").renewals()).isEqualTo(1);
    }

    @Test
    default void secret_refusedThoughItHasASuccessor_isNotRenewedAgain() {
        RunReport report = bench().run("""
                auth: {operator: test-secret}
                many: {operator: test-threads, config: auth, parameters: {work: renew_twice}}
                """);

        assertThat(bench().journal().of("auth")).containsExactly("executed", "renews token-1");
        assertThat(bench().journal().of("many")).containsExactly("got [token-2]");
        assertThat(Bench.task(report, "auth").renewals()).isEqualTo(1);
    }

    @Test
    default void renewal_thatGivesTheSameAgain_isNotCounted() {
        RunReport report = bench().run("""
                auth: {operator: test-secret, parameters: {constant: true}}
                many: {operator: test-threads, config: auth, parameters: {threads: 4, work: renew}}
                """);

        assertThat(bench().journal().of("auth")).containsExactly("executed", "renews token-1");
        assertThat(bench().journal().of("many")).containsExactly("got [token-1]");
        assertThat(Bench.task(report, "auth").renewals()).isZero();
    }

    @Test
    default void successor_inAMessage_isRedacted() {
        RunReport report = bench().run("""
                auth: {operator: test-secret, parameters: {expires: true}}
                many: {operator: test-threads, config: auth}
                bad: {operator: test-block, parameters: {error: token-2 is bad}, after: many}
                """);

        assertThat(report.error()).contains("task 'bad' (Test block): *** is bad");
        assertThat(Bench.statuses(report)).isEqualTo(Map.of("auth", "done", "many", "done", "bad", "failed"));
    }
}
