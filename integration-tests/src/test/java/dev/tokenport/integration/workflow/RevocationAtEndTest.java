package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that are revoked when a run has ended (RFC 7009). */
final class RevocationAtEndTest {

    private static final Map<String, List<String>> REVOKED =
            Map.of("token", List.of("t0ken-1"), "token_type_hint", List.of("access_token"));

    @TempDir
    private Path folder;

    private final ScriptedServer server = ScriptedServer.start();
    private final ManualTime time = ManualTime.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void token_afterTheRun_isRevokedOnceForAllTasksThatSharedIt() throws Exception {
        server.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)), Answer.status(200));

        RunReport report = run(new UsingOperator(() -> {}), "oauth_revoke: true");

        assertThat(report.error()).isEmpty();
        assertThat(server.requests()).extracting(RecordedRequest::target).containsExactly("/token", "/revoke");
        assertThat(server.requests().get(1).form()).isEqualTo(REVOKED);
        assertThat(report.tasks().stream().map(task -> task.facts().get("revoked")))
                .containsExactlyInAnyOrder("1", "0", null);
    }

    @Test
    void token_afterAFailedRun_isRevokedAllTheSame() throws Exception {
        server.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)), Answer.status(200));

        RunReport report = run(
                new UsingOperator(() -> {
                    throw new IllegalStateException("broken");
                }),
                "oauth_revoke: true");

        assertThat(report.error().orElse("")).startsWith("task 'use' (Use): ");
        assertThat(server.requests().get(1).form()).isEqualTo(REVOKED);
    }

    @Test
    void revocation_thatIsRefused_isAWarning() throws Exception {
        server.answer(
                Answer.token("t0ken-1", Duration.ofMinutes(5)),
                Answer.json(400, "{\"error\":\"unsupported_token_type\",\"error_description\":\"t0ken-1\"}"));

        RunReport report = run(new UsingOperator(() -> {}), "oauth_revoke: true");

        assertThat(report.error()).isEmpty();
        assertThat(report.tasks().stream().flatMap(task -> task.warnings().stream()))
                .containsExactly("the access_token was not revoked at " + server.url("/revoke")
                        + " (client 'orders'): HTTP 400 unsupported_token_type: ***");
    }

    @Test
    void token_withoutTheWish_isNotRevoked() throws Exception {
        server.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)));

        run(new UsingOperator(() -> {}), "oauth_revoke: false");

        assertThat(server.requests()).hasSize(1);
    }

    private RunReport run(UsingOperator use, String wish) throws Exception {
        Path file = folder.resolve("test.yaml");
        String parameters =
                "{oauth_token_url: '%s', oauth_client_id: orders, oauth_client_secret: s3cret, %s, oauth_revocation_url: '%s'}"
                        .formatted(server.url("/token"), wish, server.url("/revoke"));
        Files.writeString(file, """
                workflow: test
                tasks:
                  one:
                    operator: oauth2-authentication
                    parameters: %s
                  two:
                    operator: oauth2-authentication
                    after: one
                    parameters: %s
                  use: {operator: use, config: [{from: one, map: {oauth_access_token: token}}, {from: two, map: {oauth_access_token: token}}]}
                """.formatted(parameters, parameters));
        Plan plan = Plan.read(file, List.of(), OperatorRegistry.of(new OAuth2Authentication(), use));
        var world = new LocalRunner.World(
                time, Transports.direct(), Environment.of(Map.of()), new Redactor(), folder.resolve("scratch"));
        return new LocalRunner(world).run(plan, LocalRunner.Options.DEFAULT, RunListener.none());
    }
}
