package dev.tokenport.silk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import dev.tokenport.operators.http.HttpRequest;
import dev.tokenport.silk.entity.Sequences;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkframework.execution.AbortExecutionException;
import org.silkframework.execution.ExecutionReport;
import org.silkframework.execution.report.EntitySample;
import org.silkframework.execution.report.SampleEntities;

final class SilkReportTest {

    private final ScriptedServer server = ScriptedServer.start();
    private final TestActivity activity = TestActivity.alone();
    private final SilkBench silk;

    SilkReportTest(@TempDir Path files) {
        this.silk = new SilkBench(files);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void report_ofAnAuthentication_hasFactsAndOneEntity() {
        server.answer(Answer.token(SilkBench.TOKEN, Duration.ofMinutes(5)));

        var table = silk.authenticate(server.url("/token"), SilkBench.workflow(), silk.place(), activity);

        assertThat(SilkBench.rows(table).get(0)).contains(entry("oauth_access_token", List.of(SilkBench.TOKEN)));
        assertThat(facts(activity.report()))
                .containsEntry("grant", "client_credentials")
                .containsEntry("requests", "1")
                .containsEntry("expiry", "2026-01-01T00:05:00Z");
        assertThat(activity.report().entityCount()).isOne();
        assertThat(activity.report().isDone()).isTrue();
        assertThat(activity.report().error().isEmpty()).isTrue();
    }

    @Test
    void samples_ofAnAuthentication_showNoSecret() {
        server.answer(Answer.token(SilkBench.TOKEN, Duration.ofMinutes(5)));

        var unused = silk.authenticate(server.url("/token"), SilkBench.workflow(), silk.place(), activity);

        assertThat(samples(activity.report()))
                .containsExactly(Map.of(
                        "oauth_access_token", List.of("***"),
                        "oauth_token_type", List.of("Bearer"),
                        "oauth_expires_at", List.of("2026-01-01T00:05:00Z"),
                        "oauth_authorization", List.of("***"),
                        "oauth_dpop_key", List.of()));
    }

    @Test
    void samples_ofAnAnswerThatEchoesTheToken_showNoSecret() {
        server.answer(Answer.json(200, "[{\"id\":1,\"seen\":\"Bearer " + SilkBench.TOKEN + "\"}]"));

        var table = request(Map.of("oauth_access_token", SilkBench.TOKEN));

        assertThat(samples(activity.report()))
                .containsExactly(Map.of("id", List.of("1"), "seen", List.of("Bearer ***")));
        assertThat(SilkBench.rows(table).get(0)).containsEntry("seen", List.of("Bearer " + SilkBench.TOKEN));
    }

    @Test
    void samples_ofManyEntities_areFive() {
        server.answer(Answer.json(200, "[{\"n\":1},{\"n\":2},{\"n\":3},{\"n\":4},{\"n\":5},{\"n\":6}]"));

        var unused = request(Map.of());

        assertThat(samples(activity.report())).hasSize(5);
        assertThat(activity.report().entityCount()).isEqualTo(6);
    }

    @Test
    void error_ofAFailedTask_standsInTheReportAndHasNoCause() {
        server.answer(Answer.error(401, "invalid_client", "the secret " + SilkBench.SECRET + " is wrong"));

        Throwable failure = catchThrowable(
                () -> silk.authenticate(server.url("/token"), SilkBench.workflow(), silk.place(), activity));

        assertThat(failure).isInstanceOf(AbortExecutionException.class).hasNoCause();
        assertThat(failure.getMessage())
                .contains("invalid_client")
                .contains("the secret *** is wrong")
                .doesNotContain(SilkBench.SECRET)
                .doesNotContain("\n");
        assertThat(activity.report().error().get()).isEqualTo(failure.getMessage());
        assertThat(activity.report().isDone()).isTrue();
    }

    @Test
    void rejects_ofATask_areCountedAndSomeReasonsTold() {
        server.otherwise(
                request -> request.target().endsWith("/7") ? Answer.json(200, "{\"id\":7}") : Answer.status(404));
        var input = SilkBench.table(List.of("id"), List.of(List.of("6"), List.of("7"), List.of("8")));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("url", server.url("/orders/") + "{{ id }}");
        values.put("on_error", "skip");

        var unused =
                silk.execute(new HttpRequest(), values, List.of(input), SilkBench.workflow(), silk.place(), activity);

        assertThat(facts(activity.report())).containsEntry("given up", "2");
        assertThat(Sequences.list(activity.report().warnings()))
                .startsWith("2 entities were given up")
                .hasSize(3);
    }

    @Test
    void progress_ofATask_isTheStatusOfItsActivityAndOfTheWorkflow() {
        var workflow = TestActivity.alone();
        var task = TestActivity.within(workflow);
        server.answer(Answer.status(503), Answer.token(SilkBench.TOKEN, Duration.ofMinutes(5)));

        var unused = silk.authenticate(server.url("/token"), SilkBench.workflow(), silk.place(), task);

        assertThat(task.lines()).isNotEmpty();
        assertThat(workflow.lines())
                .isEqualTo(task.lines().stream().map("auth: "::concat).toList());
    }

    private org.silkframework.execution.local.LocalEntities request(Map<String, String> more) {
        Map<String, String> values = new LinkedHashMap<>(more);
        values.put("url", server.url("/orders").toString());
        return silk.execute(new HttpRequest(), values, List.of(), SilkBench.workflow(), silk.place(), activity);
    }

    private static Map<String, String> facts(ExecutionReport report) {
        Map<String, String> facts = new LinkedHashMap<>();
        Sequences.list(report.summary()).forEach(fact -> facts.put(fact._1(), fact._2()));
        return facts;
    }

    private static List<Map<String, List<String>>> samples(ExecutionReport report) {
        SampleEntities samples = report.sampleOutputEntities().head();
        return Sequences.list(samples.entities()).stream()
                .map(sample -> values(samples, sample))
                .toList();
    }

    private static Map<String, List<String>> values(SampleEntities samples, EntitySample sample) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < sample.values().size(); i++) {
            values.put(
                    samples.schema().properties().apply(i),
                    Sequences.list(sample.values().apply(i)));
        }
        return values;
    }
}
