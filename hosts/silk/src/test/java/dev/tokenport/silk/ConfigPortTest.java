package dev.tokenport.silk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.silk.entity.Sequences;
import dev.tokenport.silk.run.TestPlace;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silkframework.config.CustomTask;

/** What Silk does for a config port, with the classes by which it knows operators. */
final class ConfigPortTest {

    private static final String TOKEN = "token-of-ada-0001";

    private final ScriptedServer server = ScriptedServer.start();
    private final SilkRun silk;

    ConfigPortTest(@TempDir Path files) {
        this.silk = new SilkRun(TestPlace.of(files));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void token_deliveredToAConsumer_isItsPassword() {
        server.answer(Answer.token(TOKEN, Duration.ofMinutes(5)));

        CustomTask consumer = silk.configured(task("http-request", Map.of()), authentication());

        assertThat(silk.texts(consumer).get("oauth_access_token"))
                .startsWith("PASSWORD_PARAMETER:")
                .doesNotContain(TOKEN);
        assertThat(silk.texts(consumer)).containsEntry("oauth_token_type", "Bearer");
        assertThat(((HostedTask) consumer).toString()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "http-request, url",
        "graphql-query, graphql_url",
        "sparql-query, sparql_endpoint",
        "sparql-update, sparql_endpoint"
    })
    void consumer_withAllItsDefaults_sendsTheTokenThatWasDelivered(String operator, String url) {
        server.answer(Answer.token(TOKEN, Duration.ofMinutes(5)), answer(operator));
        CustomTask consumer = silk.configured(
                task(operator, Map.of(url, server.url("/service").toString())), authentication());

        var unused = silk.executed(consumer);

        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1).headers().first("Authorization")).contains("Bearer " + TOKEN);
        assertThat(silk.activity().report().error().isEmpty()).isTrue();
        assertThat(Sequences.list(silk.activity().report().warnings())).isEmpty();
    }

    @Test
    void consumers_severalOfOneRun_causeOneTokenRequest() {
        server.answer(Answer.token(TOKEN, Duration.ofMinutes(5)));
        CustomTask source = authentication();

        var first = silk.configured(task("http-request", Map.of()), source);
        var second = silk.configured(task("graphql-query", Map.of()), source);

        assertThat(silk.texts(second).get("oauth_access_token"))
                .isEqualTo(silk.texts(first).get("oauth_access_token"));
        assertThat(server.requests()).hasSize(1);
    }

    private static Answer answer(String operator) {
        return switch (operator) {
            case "graphql-query" -> Answer.json(200, "{\"data\":{\"orders\":[{\"id\":\"6\"}]}}");
            case "sparql-query" ->
                Answer.of(
                        200,
                        "application/sparql-results+json",
                        "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[]}}");
            case "sparql-update" -> Answer.status(204);
            default -> Answer.json(200, "[{\"id\":\"6\"}]");
        };
    }

    private CustomTask authentication() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("oauth_token_url", server.url("/token").toString());
        values.put("oauth_client_id", "orders");
        values.put("oauth_client_secret", "correct-horse-battery");
        return task("oauth2-authentication", values);
    }

    private static CustomTask task(String operator, Map<String, String> values) {
        return (CustomTask)
                SilkTasks.task(HostedOperators.registry().find(operator).orElseThrow(), values);
    }
}
