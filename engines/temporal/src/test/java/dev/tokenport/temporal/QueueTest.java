package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.secret.Environment;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that name a queue: who takes them, who renews what they gave, and what is said while nobody does. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
final class QueueTest {

    private static final Environment SECRET = Environment.of(Map.of("CLIENT_SECRET", "s3cret"));

    @TempDir
    private Path folder;

    private final TestTemporal temporal = TestTemporal.start();
    private final String id = UUID.randomUUID().toString();
    private final ScriptedServer issuer = ScriptedServer.start();
    private final ScriptedServer service = ScriptedServer.start();
    private final AtomicInteger tokens = new AtomicInteger();
    private Path key;
    private EngineAddress everywhere;
    private EngineAddress zone;

    @BeforeEach
    void prepare() throws Exception {
        key = folder.resolve("key");
        KeyFile.create(key);
        var cipher = TestTemporal.cipher(OctetCipher.read(key));
        everywhere = temporal.address("everywhere-" + id, cipher);
        zone = temporal.address("zone-" + id, cipher);
        issuer.otherwise(request -> Answer.token("t0ken-" + tokens.incrementAndGet(), Duration.ofHours(1)));
        service.otherwise(QueueTest::onlyTheSecond);
    }

    @AfterEach
    void stop() {
        issuer.close();
        service.close();
        temporal.close();
    }

    @Test
    void token_ofAnotherQueue_isFetchedAndRenewedWhereItsCredentialsAre() throws Exception {
        Process withSecret = WorkerProcess.start(zone, key, folder, Map.of("CLIENT_SECRET", "s3cret"));
        Process without = WorkerProcess.start(everywhere, key, folder);
        try (RemoteRuns runs = TestRuns.runs(everywhere)) {
            RunReport report = run(runs, id, "queue: " + zone.queue() + ", ");
            RunReport elsewhere = run(runs, "elsewhere-" + id, "");

            assertThat(report.error()).isEmpty();
            assertThat(report.tasks())
                    .extracting(task -> task.id() + " " + task.renewals())
                    .containsExactly("auth 1", "call 0");
            assertThat(service.requests())
                    .extracting(
                            request -> request.headers().first("Authorization").orElse(""))
                    .containsExactly("Bearer t0ken-1", "Bearer t0ken-2");
            assertThat(elsewhere.error().orElse("")).contains("CLIENT_SECRET");
            assertThat(issuer.requests()).hasSize(2);
        } finally {
            withSecret.destroyForcibly().waitFor();
            without.destroyForcibly().waitFor();
        }
    }

    @Test
    void renewal_atAWorkerThatIsBusy_doesNotWaitForItsTask() throws Exception {
        try (EngineWorker worker = TestRuns.worker(everywhere, folder, 1, SECRET);
                RemoteRuns runs = TestRuns.runs(everywhere)) {
            assertThat(worker).isNotNull();

            assertThat(run(runs, id, "").error()).isEmpty();
        }
    }

    @Test
    void worker_ofSeveralQueues_takesFromAll() throws Exception {
        try (EngineWorker worker = TestRuns.worker(everywhere, folder, 1, SECRET, zone.queue());
                RemoteRuns runs = TestRuns.runs(everywhere)) {
            assertThat(worker).isNotNull();

            assertThat(run(runs, id, "queue: " + zone.queue() + ", ").error()).isEmpty();
        }
    }

    @Test
    void task_ofAQueueWithoutWorkers_waitsAndSaysSo() throws Exception {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        String waits = "task 'step' waits for a worker of the queue '" + zone.queue() + "'";
        try (EngineWorker worker = TestRuns.worker(everywhere, folder, 1);
                RemoteRuns runs = TestRuns.runs(everywhere)) {
            assertThat(worker).isNotNull();
            runs.start(TestRuns.run(id, folder, """
                    first: {operator: test-step, parameters: {lines: lines}}
                    step: {operator: test-step, queue: QUEUE, after: first, parameters: {lines: lines}}
                    """.replace("QUEUE", zone.queue())));
            RunReport report;
            var watching = new Thread(() -> said.add(ended(runs, said)));
            watching.start();
            assertThat(said.take()).startsWith(waits);
            assertThat(runs.status(id).waiting()).singleElement().asString().startsWith(waits);
            assertThat(runs.status(id).begun()).isEmpty();
            assertThat(runs.status(id).outcome()).isEmpty();
            try (EngineWorker late = TestRuns.worker(zone, folder, 1)) {
                assertThat(late).isNotNull();
                report = TestRuns.report(runs, id);
            }

            assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
            assertThat(said.take()).isEqualTo("done");
            assertThat(runs.status(id).waiting()).isEmpty();
        }
    }

    @Test
    void run_ofAQueueWithoutWorkers_saysSo() throws Exception {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        try (RemoteRuns runs = TestRuns.runs(everywhere)) {
            runs.start(TestRuns.run(id, folder, "step: {operator: test-step, parameters: {lines: lines}}\n"));
            var watching = new Thread(() -> said.add(ended(runs, said)));
            watching.start();

            String waits = "the run waits for a worker of the queue '" + everywhere.queue() + "'";
            assertThat(said.take()).startsWith(waits);
            assertThat(runs.status(id).waiting()).singleElement().asString().startsWith(waits);
            watching.interrupt();
            assertThat(said.take()).isEqualTo("interrupted");
        }
    }

    private String ended(RemoteRuns runs, BlockingQueue<String> said) {
        try {
            return runs.follow(id, new RunListener() {
                        @Override
                        public void waits(String message) {
                            said.add(message);
                        }
                    })
                    .toTheEnd()
                    .outcome()
                    .toString();
        } catch (InterruptedException e) {
            return "interrupted";
        } catch (Exception e) {
            return String.valueOf(e);
        }
    }

    private RunReport run(RemoteRuns runs, String name, String queue) throws Exception {
        String tasks = """
                auth: {operator: oauth2-authentication, QUEUEparameters: {oauth_token_url: 'URL', oauth_client_id: a, oauth_client_secret: '${env:CLIENT_SECRET}'}}
                call: {operator: http-request, config: auth, parameters: {url: 'SERVICE'}}
                """;
        runs.start(TestRuns.run(
                name,
                folder,
                tasks.replace("QUEUE", queue)
                        .replace("URL", issuer.url("/token").toString())
                        .replace("SERVICE", service.url("/orders").toString())));
        return TestRuns.report(runs, name);
    }

    private static Answer onlyTheSecond(RecordedRequest request) {
        return request.headers().first("Authorization").orElse("").equals("Bearer t0ken-2")
                ? Answer.json(200, "{}")
                : Answer.status(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
