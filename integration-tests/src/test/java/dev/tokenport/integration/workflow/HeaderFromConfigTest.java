package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.operators.http.HttpRequest;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A header whose value a config port delivers, from the token endpoint to the service. */
final class HeaderFromConfigTest {

    private static final String NAME = "X-Api-Authorization";

    @TempDir
    private Path folder;

    private final ScriptedServer idp = ScriptedServer.start();
    private final ScriptedServer api = ScriptedServer.start();

    @AfterEach
    void stop() {
        idp.close();
        api.close();
    }

    @Test
    void token_renamedToAHeader_isSentThereAndNowhereElse() throws Exception {
        idp.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)));
        api.answer(Answer.json(200, "{}"));

        RunReport report = run("oauth_access_token");

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(api.request().headers().all(NAME)).containsExactly("t0ken-1");
        assertThat(api.request().headers().all("X-Other")).containsExactly("a");
        assertThat(api.request().headers().contains("Authorization")).isFalse();
        assertThat(report.toJson()).doesNotContain("t0ken-1");
    }

    @ParameterizedTest
    @CsvSource({"oauth_access_token, ''", "oauth_authorization, 'Bearer '"})
    void header_refused_isRenewedAtItsSource(String path, String scheme) throws Exception {
        idp.answer(Answer.token("t0ken-1", Duration.ofMinutes(5)), Answer.token("t0ken-2", Duration.ofMinutes(5)));
        api.answer(Answer.status(401).with("WWW-Authenticate", "Bearer error=invalid_token"), Answer.json(200, "{}"));

        RunReport report = run(path);

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(api.requests().stream().map(HeaderFromConfigTest::value))
                .containsExactly(scheme + "t0ken-1", scheme + "t0ken-2");
        assertThat(report.tasks().get(0).renewals()).isEqualTo(1);
    }

    private static String value(RecordedRequest request) {
        return request.headers().first(NAME).orElse("");
    }

    private RunReport run(String path) throws Exception {
        Path file = folder.resolve("test.yaml");
        Files.writeString(file, """
                workflow: test
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters: {oauth_token_url: '%s', oauth_client_id: orders, oauth_client_secret: s3cret}
                  orders:
                    operator: http-request
                    config: {from: auth, map: {%s: headers-%s}}
                    parameters: {url: '%s', headers: {X-Other: a}}
                """.formatted(idp.url("/token"), path, NAME, api.url("/orders")));
        Plan plan = Plan.read(file, List.of(), OperatorRegistry.of(new OAuth2Authentication(), new HttpRequest()));
        var world = new LocalRunner.World(
                TimeSource.system(),
                Transports.direct(),
                Environment.of(Map.of()),
                new Redactor(),
                folder.resolve("scratch"));
        return new LocalRunner(world).run(plan, LocalRunner.Options.DEFAULT, RunListener.none());
    }
}
