package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.secret.Environment;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real tokens, which do not live as long as a run on Temporal. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class RemoteTokenTest {

    @TempDir
    private Path folder;

    private final TestTemporal temporal = TestTemporal.start();
    private final String id = UUID.randomUUID().toString();
    private final ScriptedServer issuer = ScriptedServer.start();
    private final ScriptedServer service = ScriptedServer.start();
    private final AtomicInteger tokens = new AtomicInteger();
    private EngineAddress address;

    @BeforeEach
    void prepare() {
        address = temporal.address("tokens-" + id, TestTemporal.cipher(folder));
    }

    @AfterEach
    void stop() {
        issuer.close();
        service.close();
        temporal.close();
    }

    @Test
    void token_thatExpiredBeforeItsConsumerStarts_isAFreshOne() throws Exception {
        issuer.otherwise(request -> Answer.token("t0ken-" + tokens.incrementAndGet(), Duration.ofSeconds(2)));
        service.otherwise(request -> Answer.json(200, "{}"));

        RunReport report = run("""
                auth: {operator: oauth2-authentication, parameters: {oauth_token_url: 'URL', oauth_client_id: a, oauth_client_secret: '${env:CLIENT_SECRET}'}}
                pause: {operator: test-step, after: auth, parameters: {lines: lines, until: go}}
                call: {operator: http-request, config: auth, after: pause, parameters: {url: 'SERVICE'}}
                """, Duration.ofSeconds(3));

        assertThat(report.error()).isEmpty();
        assertThat(service.request().headers().first("Authorization")).contains("Bearer t0ken-2");
        assertThat(task(report, "auth").renewals()).isEqualTo(1);
        assertThat(task(report, "auth").facts()).containsEntry("requests", "2");
        assertThat(report.toJson()).doesNotContain("t0ken").doesNotContain("s3cret");
    }

    @Test
    void token_thatAServiceRefuses_isRenewedByTheTaskItCameFrom() throws Exception {
        issuer.otherwise(request -> Answer.token("t0ken-" + tokens.incrementAndGet(), Duration.ofHours(1)));
        service.otherwise(RemoteTokenTest::onlyTheSecond);

        RunReport report = run("""
                auth: {operator: oauth2-authentication, parameters: {oauth_token_url: 'URL', oauth_client_id: a, oauth_client_secret: '${env:CLIENT_SECRET}'}}
                call: {operator: http-request, config: auth, parameters: {url: 'SERVICE'}}
                again: {operator: http-request, config: auth, after: call, parameters: {url: 'SERVICE'}}
                """, Duration.ZERO);

        assertThat(report.error()).isEmpty();
        assertThat(service.requests())
                .extracting(request -> request.headers().first("Authorization").orElse(""))
                .containsExactly("Bearer t0ken-1", "Bearer t0ken-2", "Bearer t0ken-2");
        assertThat(issuer.requests()).hasSize(2);
        assertThat(task(report, "auth").renewals()).isEqualTo(1);
    }

    private static Answer onlyTheSecond(RecordedRequest request) {
        return request.headers().first("Authorization").orElse("").equals("Bearer t0ken-2")
                ? Answer.json(200, "{}")
                : Answer.status(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private RunReport run(String tasks, Duration pause) throws Exception {
        Environment variables = Environment.of(Map.of("CLIENT_SECRET", "s3cret"));
        try (EngineWorker worker = TestRuns.worker(address, folder, 4, variables);
                RemoteRuns runs = TestRuns.runs(address)) {
            assertThat(worker).isNotNull();
            runs.start(TestRuns.run(
                    id,
                    folder,
                    tasks.replace("URL", issuer.url("/token").toString())
                            .replace("SERVICE", service.url("/orders").toString())));
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            Files.createFile(folder.resolve("go"));
            return TestRuns.report(runs, id);
        }
    }

    private static TaskRecord task(RunReport report, String id) {
        return report.tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
