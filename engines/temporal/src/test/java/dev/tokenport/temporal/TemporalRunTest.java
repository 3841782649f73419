package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.http.TimeSource;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.engine.RunProgress;
import dev.tokenport.workflow.engine.WorkerSettings;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run on Temporal is beside what every run is. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class TemporalRunTest {

    private static TestTemporal temporal;

    @TempDir
    private Path folder;

    private final String queue = "queue-" + UUID.randomUUID();
    private Path key;
    private EngineAddress address;

    @BeforeAll
    static void start() {
        temporal = TestTemporal.start();
    }

    @AfterAll
    static void stop() {
        temporal.close();
    }

    @BeforeEach
    void prepare() throws Exception {
        key = folder.resolve("key");
        KeyFile.create(key);
        address = address(key);
    }

    private EngineAddress address(Path keys) throws Exception {
        return temporal.address(queue, TestTemporal.cipher(OctetCipher.read(keys)));
    }

    @Test
    void start_ofAnIdThatIsTaken_isRefused() throws Exception {
        String id = UUID.randomUUID().toString();
        try (RemoteRuns runs = TestRuns.runs(address)) {
            runs.start(TestRuns.run(id, folder, "step: {operator: test-step, parameters: {lines: lines}}"));

            assertThatThrownBy(() -> runs.start(
                            TestRuns.run(id, folder, "step: {operator: test-step, parameters: {lines: lines}}")))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("there is a run '" + id + "' already; choose another --id");
            runs.cancel(id);
        }
    }

    @Test
    void history_ofARun_holdsNothingInTheClear() throws Exception {
        String id = UUID.randomUUID().toString();
        try (EngineWorker worker = TestRuns.worker(address, folder, 4);
                RemoteRuns runs = TestRuns.runs(address);
                Connected raw = Connected.to(address)) {
            assertThat(worker).isNotNull();
            runs.start(TestRuns.run(id, folder, """
                    step: {operator: test-step, parameters: {lines: lines, secret: '${env:CANARY}'}}
                    bad: {operator: test-step, parameters: {lines: no/such/folder, secret: 'a written secret'}, after: step}
                    """));
            RunReport report = TestRuns.report(runs, id);
            byte[] history = raw.stubs()
                    .blockingStub()
                    .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                            .setNamespace("default")
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                            .build())
                    .toByteArray();

            assertThat(report.error())
                    .get()
                    .asString()
                    .startsWith("task 'bad' (Test step): its file cannot be written");
            assertThat(folder.resolve("lines")).content().isEqualTo("begins " + TestRuns.CANARY + "\nends\n");
            assertThat(new String(history, StandardCharsets.ISO_8859_1))
                    .doesNotContain(TestRuns.CANARY)
                    .doesNotContain("a written secret")
                    .doesNotContain("cannot be written")
                    .doesNotContain("test-step")
                    .doesNotContain("steps")
                    .doesNotContain("json/plain");
        }
    }

    @Test
    void report_askedForLater_isTheSame() throws Exception {
        String id = UUID.randomUUID().toString();
        try (EngineWorker worker = TestRuns.worker(address, folder, 4);
                RemoteRuns runs = TestRuns.runs(address)) {
            assertThat(worker).isNotNull();
            runs.start(TestRuns.run(id, folder, "step: {operator: test-step, parameters: {lines: lines}}"));
            RunReport first = TestRuns.report(runs, id);

            assertThat(TestRuns.report(runs, id).toJson()).isEqualTo(first.toJson());
            assertThat(runs.status(id))
                    .isEqualTo(new RunProgress(
                            "steps",
                            Optional.of(RunOutcome.DONE),
                            Map.of("step", TaskStatus.DONE),
                            Set.of(),
                            List.of(),
                            1));
            assertThatThrownBy(() -> runs.cancel(id)).hasMessage("the run '" + id + "' has ended");
        }
    }

    @Test
    void status_whileATaskIsAtWork_namesIt() throws Exception {
        String id = UUID.randomUUID().toString();
        try (EngineWorker worker = TestRuns.worker(address, folder, 4);
                RemoteRuns runs = TestRuns.runs(address)) {
            assertThat(worker).isNotNull();
            startAndHold(runs, id);

            assertThat(runs.status(id))
                    .isEqualTo(new RunProgress("steps", Optional.empty(), Map.of(), Set.of("step"), List.of(), 2));
            runs.cancel(id);
            RunReport report = TestRuns.report(runs, id);
            assertThat(report.outcome()).isEqualTo(RunOutcome.CANCELLED);
            assertThat(report.tasks())
                    .extracting(task -> task.id() + " " + task.status())
                    .containsExactly("step cancelled", "next skipped");
        }
    }

    @Test
    void key_thatIsAddedWhileARunGoesOn_isUsedFromThenOn() throws Exception {
        String id = UUID.randomUUID().toString();
        try (EngineWorker worker = TestRuns.worker(address, folder, 4);
                RemoteRuns runs = TestRuns.runs(address)) {
            assertThat(worker).isNotNull();
            startAndHold(runs, id);
            Path old = Files.copy(key, folder.resolve("old"));
            KeyFile.rotate(key);
            Files.createFile(folder.resolve("go"));

            assertThat(TestRuns.report(runs, id).outcome()).isEqualTo(RunOutcome.DONE);
            try (RemoteRuns without = TestRuns.runs(address(old))) {
                assertThatThrownBy(() -> TestRuns.report(without, id))
                        .isInstanceOf(EngineException.class)
                        .hasMessage(
                                "the run '" + id + "' cannot be read: a payload cannot be decrypted: its key is not in"
                                        + " the key file '" + old + "'");
            }
        }
    }

    @Test
    void task_whoseOperatorItsWorkerHasNot_saysSo() throws Exception {
        String id = UUID.randomUUID().toString();
        var world = new World(
                TimeSource.system(),
                options -> {
                    throw new IllegalStateException("no task uses HTTP");
                },
                Environment.of(Map.of()),
                new Redactor(),
                folder);
        var nothing = new WorkerSettings(world, OperatorRegistry.of(), Optional.empty(), folder, 1, Duration.ZERO);
        try (EngineWorker worker = new TemporalEngine().work(address, nothing);
                RemoteRuns runs = TestRuns.runs(address)) {
            assertThat(worker).isNotNull();
            runs.start(TestRuns.run(id, folder, "step: {operator: test-step, parameters: {lines: lines}}"));

            assertThat(TestRuns.report(runs, id).error())
                    .contains(
                            "task 'step' (Test step): its worker has no operator 'test-step'; install the plugin there");
        }
    }

    @Test
    void run_thatIsNotThere_isNamed() throws Exception {
        try (RemoteRuns runs = TestRuns.runs(address)) {
            assertThatThrownBy(() -> TestRuns.report(runs, "nix")).hasMessage("there is no run 'nix'");
            assertThatThrownBy(() -> runs.cancel("nix")).hasMessage("there is no run 'nix'");
        }
    }

    /** Starts a run whose first task has begun, and waits for a file {@code go}. */
    private void startAndHold(RemoteRuns runs, String id) throws Exception {
        runs.start(TestRuns.run(id, folder, """
                step: {operator: test-step, parameters: {lines: lines, until: go}}
                next: {operator: test-step, parameters: {lines: lines}, after: step}
                """));
        while (!Files.exists(folder.resolve("lines"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
