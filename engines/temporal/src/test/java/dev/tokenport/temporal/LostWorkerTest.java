package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of tasks whose worker is killed, with workers in processes of their own. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
final class LostWorkerTest {

    private static final String HOLD = "hold: {operator: test-step, parameters: {lines: held, until: free}}\n";

    @TempDir
    private Path folder;

    private final TestTemporal temporal = TestTemporal.start();
    private final String id = UUID.randomUUID().toString();
    private Path key;
    private EngineAddress address;

    @BeforeEach
    void prepare() throws Exception {
        key = folder.resolve("key");
        KeyFile.create(key);
        address = temporal.address("lost-" + id, TestTemporal.cipher(OctetCipher.read(key)));
    }

    @AfterEach
    void stop() {
        temporal.close();
    }

    @Test
    void task_thatMayBeRepeated_isDoneByAnotherWorker() throws Exception {
        try (EngineWorker other = TestRuns.worker(address, folder, 1);
                RemoteRuns runs = TestRuns.runs(address)) {
            assertThat(other).isNotNull();
            startWhileItIsBusy(runs, """
                    step: {operator: test-step, parameters: {lines: lines, until: go, repeatable: true}}
                    """);
            killOnceBegun();
            Files.createFile(folder.resolve("go"));
            Files.createFile(folder.resolve("free"));

            assertThat(TestRuns.report(runs, id).outcome()).isEqualTo(RunOutcome.DONE);
            assertThat(folder.resolve("lines")).content().isEqualTo("begins\nbegins\nends\n");
        }
    }

    @Test
    void task_thatMayNotBeRepeated_failsAndMayHaveHappened() throws Exception {
        try (EngineWorker other = TestRuns.worker(address, folder, 1);
                RemoteRuns runs = TestRuns.runs(address)) {
            assertThat(other).isNotNull();
            startWhileItIsBusy(runs, """
                    step: {operator: test-step, parameters: {lines: lines, until: never}}
                    next: {operator: test-step, parameters: {lines: lines}, after: step}
                    """);
            killOnceBegun();
            RunReport report = TestRuns.report(runs, id);

            assertThat(report.error())
                    .contains("task 'step' (Test step): its worker was lost while it was at work; what it does may have"
                            + " happened, so it is not repeated");
            assertThat(report.tasks())
                    .extracting(task -> task.id() + " " + task.status())
                    .containsExactly("step failed", "next skipped");
            assertThat(folder.resolve("lines")).content().isEqualTo("begins\n");
            Files.createFile(folder.resolve("free"));
        }
    }

    @Test
    void post_withAnIdempotencyKey_isSentAgainWithTheSameKey() throws Exception {
        try (ScriptedServer service = ScriptedServer.start()) {
            RunReport report = postWhoseWorkerIsKilled(service, ", idempotency_key: true");

            assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
            assertThat(service.requests())
                    .extracting(request ->
                            request.headers().first("Idempotency-Key").orElse(""))
                    .hasSize(2)
                    .doesNotContain("")
                    .containsOnly(service.requests()
                            .get(0)
                            .headers()
                            .first("Idempotency-Key")
                            .orElse(""));
        }
    }

    @Test
    void post_withoutAKey_isSentOnceAndMayHaveHappened() throws Exception {
        try (ScriptedServer service = ScriptedServer.start()) {
            RunReport report = postWhoseWorkerIsKilled(service, "");

            assertThat(report.error().orElse(""))
                    .endsWith("its worker was lost while it was at work; what it does may have happened, so it is not"
                            + " repeated");
            assertThat(service.requests()).hasSize(1);
        }
    }

    private RunReport postWhoseWorkerIsKilled(ScriptedServer service, String parameter) throws Exception {
        var never = new CountDownLatch(1);
        service.answer(Answer.json(200, "{}").heldBy(never)).otherwise(request -> Answer.json(200, "{}"));
        try (EngineWorker other = TestRuns.worker(address, folder, 1);
                RemoteRuns runs = TestRuns.runs(address)) {
            assertThat(other).isNotNull();
            startWhileItIsBusy(
                    runs,
                    "step: {operator: http-request, parameters: {method: POST, url: '" + service.url("/") + "'"
                            + parameter + "}}\n");
            Process killed = WorkerProcess.start(address, key, folder);
            try {
                service.awaitRequests(1);
            } finally {
                killed.destroyForcibly().waitFor();
            }
            Files.createFile(folder.resolve("free"));
            return TestRuns.report(runs, id);
        } finally {
            never.countDown();
        }
    }

    /** The one worker there is executes another task meanwhile, so that the step waits for the one that will be killed. */
    private void startWhileItIsBusy(RemoteRuns runs, String tasks) throws Exception {
        runs.start(TestRuns.run("hold-" + id, folder, HOLD));
        await(folder.resolve("held"));
        runs.start(TestRuns.run(id, folder, tasks));
        while (runs.status(id).waiting().stream().noneMatch(line -> line.contains("task 'step'"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void killOnceBegun() throws Exception {
        Process worker = WorkerProcess.start(address, key, folder);
        try {
            await(folder.resolve("lines"));
        } finally {
            worker.destroyForcibly().waitFor();
        }
    }

    /** The file is made before it is written, and its writer may be killed in between. */
    private static void await(Path file) throws Exception {
        while (!Files.exists(file) || Files.size(file) == 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
