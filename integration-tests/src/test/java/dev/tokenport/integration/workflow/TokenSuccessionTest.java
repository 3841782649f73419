package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token's successor, from the token endpoint to the threads of a consumer. */
final class TokenSuccessionTest {

    @TempDir
    private Path folder;

    private final ScriptedServer server = ScriptedServer.start();
    private final ManualTime time = ManualTime.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void token_good_isUsedByAllWithoutARequest() throws Exception {
        server.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)));
        UsingOperator use = new UsingOperator(() -> time.advance(Duration.ofSeconds(269)));

        RunReport report = run(use, "{oauth_access_token: token}");

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(use.used()).containsExactly("t0ken-1");
        assertThat(server.requests()).hasSize(1);
        assertThat(auth(report).renewals()).isZero();
    }

    @Test
    void token_aboutToExpire_hasOneSuccessorForAllThreads() throws Exception {
        server.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)), Answer.token("t0ken-2", Duration.ofMinutes(5)));
        UsingOperator use = new UsingOperator(() -> time.advance(Duration.ofSeconds(270)));

        RunReport report = run(use, "{oauth_access_token: token}");

        assertThat(use.used()).containsExactly("t0ken-2");
        assertThat(server.requests()).hasSize(2);
        assertThat(auth(report).renewals()).isEqualTo(1);
        assertThat(auth(report).facts()).containsEntry("requests", "2").containsEntry("expiry", "2026-01-01T00:09:30Z");
    }

    @Test
    void token_asAWholeHeader_hasASuccessorToo() throws Exception {
        server.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)), Answer.token("t0ken-2", Duration.ofMinutes(5)));
        UsingOperator use = new UsingOperator(() -> time.advance(Duration.ofSeconds(270)));

        RunReport report = run(use, "{oauth_authorization: token}");

        assertThat(use.used()).containsExactly("Bearer t0ken-2");
        assertThat(server.requests()).hasSize(2);
        assertThat(auth(report).renewals()).isEqualTo(1);
    }

    @Test
    void token_whoseRenewalFails_isUsedOnWhileItIsGood() throws Exception {
        server.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)));
        server.otherwise(request -> Answer.error(401, "invalid_client", "no"));
        UsingOperator use = new UsingOperator(() -> time.advance(Duration.ofSeconds(280)));

        RunReport report = run(use, "{oauth_access_token: token}");

        assertThat(use.used()).containsExactly("t0ken-1");
        assertThat(server.requests()).hasSize(2);
        assertThat(auth(report).renewals()).isZero();
        assertThat(auth(report).warnings())
                .singleElement()
                .asString()
                .startsWith("the token could not be renewed, and the old one is used until 2026-01-01T00:05:00Z: ");
    }

    @Test
    void token_expiredWithoutASuccessor_isAnErrorOfWhoUsesIt() throws Exception {
        server.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)));
        server.otherwise(request -> Answer.error(401, "invalid_client", "no t0ken-1"));
        UsingOperator use = new UsingOperator(() -> time.advance(Duration.ofMinutes(6)));

        RunReport report = run(use, "{oauth_access_token: token}");

        assertThat(report.error().orElse("")).startsWith("task 'use' (Use): ").contains("invalid_client");
        assertThat(report.toJson()).doesNotContain("t0ken-1");
    }

    private RunReport run(UsingOperator use, String map) throws Exception {
        Path file = folder.resolve("test.yaml");
        Files.writeString(file, """
                workflow: test
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters: {oauth_token_url: '%s', oauth_client_id: orders, oauth_client_secret: s3cret}
                  use: {operator: use, config: [{from: auth, map: %s}]}
                """.formatted(server.url("/token"), map));
        Plan plan = Plan.read(file, List.of(), OperatorRegistry.of(new OAuth2Authentication(), use));
        var world = new LocalRunner.World(
                time, Transports.direct(), Environment.of(Map.of()), new Redactor(), folder.resolve("scratch"));
        return new LocalRunner(world).run(plan, LocalRunner.Options.DEFAULT, RunListener.none());
    }

    private static TaskRecord auth(RunReport report) {
        return report.tasks().get(0);
    }
}
