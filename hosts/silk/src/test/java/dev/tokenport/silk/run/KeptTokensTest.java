package dev.tokenport.silk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.operators.http.HttpRequest;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkframework.execution.AbortExecutionException;
import org.silkframework.execution.local.LocalExecution;
import org.silkframework.runtime.plugin.PluginContext;

final class KeptTokensTest {

    private final ScriptedServer idp = ScriptedServer.start();
    private final AtomicInteger issued = new AtomicInteger();
    private final SilkBench silk;

    KeptTokensTest(@TempDir Path files) {
        this.silk = new SilkBench(files);
    }

    @BeforeEach
    void issue() {
        idp.otherwise(request -> Answer.token("token-number-" + issued.incrementAndGet(), Duration.ofMinutes(5)));
    }

    @AfterEach
    void close() {
        idp.close();
    }

    @Test
    void run_taskExecutedForEachConsumer_asksOnce() {
        LocalExecution run = SilkBench.workflow();

        List<String> tokens = List.of(token(run), token(run), token(run));

        assertThat(tokens).containsExactly("token-number-1", "token-number-1", "token-number-1");
        assertThat(idp.requests()).hasSize(1);
    }

    @Test
    void runs_oneAfterTheOtherOfTheSameProjectAndUser_shareTheToken() {
        String first = token(SilkBench.workflow());
        String second = token(SilkBench.workflow());

        assertThat(second).isEqualTo(first);
        assertThat(idp.requests()).hasSize(1);
    }

    @Test
    void executions_outsideOfAWorkflow_shareTheToken() {
        String first = token(SilkBench.noWorkflow());
        String second = token(SilkBench.noWorkflow());

        assertThat(second).isEqualTo(first);
        assertThat(silk.server().runs().count()).isZero();
    }

    @Test
    void token_ofAnotherUser_isNotGiven() {
        String ofAda = token(SilkBench.workflow());
        String ofBob = token(SilkBench.workflow(), silk.place().byUser("urn:user:bob"));
        String ofNobody = token(SilkBench.workflow(), silk.place().byUser(""));

        assertThat(List.of(ofAda, ofBob, ofNobody))
                .containsExactly("token-number-1", "token-number-2", "token-number-3");
    }

    @Test
    void token_ofAnotherProject_isNotGiven() {
        String ofShop = token(SilkBench.workflow());
        String ofBank = token(SilkBench.workflow(), silk.place().inProject("bank"));

        assertThat(List.of(ofShop, ofBank)).containsExactly("token-number-1", "token-number-2");
    }

    @Test
    void token_ofAnotherSecret_isNotGiven() {
        String first = token(SilkBench.workflow());
        Map<String, String> other = SilkBench.client(idp.url("/token"));
        other.put("oauth_client_secret", "another-secret");

        String second = token(other, SilkBench.workflow(), silk.place());

        assertThat(List.of(first, second)).containsExactly("token-number-1", "token-number-2");
    }

    @Test
    void token_withLessThanTheMinimumValidityLeft_isReplaced() {
        Map<String, String> values = SilkBench.client(idp.url("/token"));
        values.put("oauth_minimum_validity", "2m");
        LocalExecution run = SilkBench.workflow();

        String first = token(values, run, silk.place());
        silk.time().advance(Duration.ofMinutes(3).minusSeconds(1));
        String second = token(values, run, silk.place());
        silk.time().advance(Duration.ofSeconds(1));
        String third = token(values, run, silk.place());

        assertThat(List.of(first, second, third)).containsExactly("token-number-1", "token-number-1", "token-number-2");
    }

    @Test
    void token_thatHasExpired_isForgotten() {
        var unused = token(SilkBench.workflow());
        int before = silk.server().tokens().owners();

        silk.time().advance(Duration.ofMinutes(5));

        assertThat(before).isOne();
        assertThat(silk.server().tokens().owners()).isZero();
    }

    @Test
    void owners_tooMany_areForgottenTheLongestUnusedFirst() {
        var kept = new KeptTokens(silk.time());

        for (int i = 0; i <= KeptTokens.MOST_OWNERS; i++) {
            var unused = kept.of(new Owner("shop", "user" + i));
        }

        assertThat(kept.owners()).isLessThanOrEqualTo(KeptTokens.MOST_OWNERS);
    }

    @Test
    void token_thatIsRevokedAtTheEnd_isOfItsRunAlone() {
        Map<String, String> values = SilkBench.client(idp.url("/token"));
        values.put("oauth_revoke", "true");
        values.put("oauth_revocation_url", idp.url("/revoke").toString());
        LocalExecution run = SilkBench.workflow();

        String first = token(values, run, silk.place());
        String again = token(values, run, silk.place());
        run.executeShutdownHooks();
        String next = token(values, SilkBench.workflow(), silk.place());

        assertThat(again).isEqualTo(first);
        assertThat(next).isNotEqualTo(first);
        assertThat(idp.requests().stream().map(request -> request.target()).toList())
                .containsExactly("/token", "/revoke", "/token");
    }

    @Test
    void token_thatAServiceRefused_isNotGivenAgain() {
        String refused = token(SilkBench.workflow());
        idp.answer(Answer.status(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\""));

        assertThatThrownBy(() -> silk.execute(
                        new HttpRequest(), Map.of("url", idp.url("/orders").toString(), "oauth_access_token", refused)))
                .isInstanceOf(AbortExecutionException.class)
                .hasMessageContaining("401")
                .hasMessageNotContaining(refused);
        assertThat(token(SilkBench.workflow())).isEqualTo("token-number-2");
    }

    private String token(LocalExecution run) {
        return token(run, silk.place());
    }

    private String token(LocalExecution run, PluginContext where) {
        return token(SilkBench.client(idp.url("/token")), run, where);
    }

    private String token(Map<String, String> values, LocalExecution run, PluginContext where) {
        var table = silk.execute(new OAuth2Authentication(), values, List.of(), run, where, TestActivity.alone());
        return SilkBench.rows(table)
                .get(0)
                .getOrDefault("oauth_access_token", List.of())
                .get(0);
    }
}
