package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.temporal.message.HistoryBounds;
import dev.tokenport.temporal.message.Renewal;
import dev.tokenport.temporal.message.SentSettings;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import io.temporal.client.WorkflowTargetOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run whose history has become too long goes on in another, and nobody notices. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class ContinuedRunTest {

    private static final HistoryBounds SHORTEST = new HistoryBounds(5, 1_000_000_000);

    private static final String CHAIN = """
            first: {operator: test-step, parameters: {lines: lines}}
            second: {operator: test-step, parameters: {lines: lines}, after: first}
            third: {operator: test-step, parameters: {lines: lines, until: go}, after: second}
            fourth: {operator: test-step, parameters: {lines: lines}, after: third}
            """;

    @TempDir
    private Path folder;

    private final TestTemporal temporal = TestTemporal.start();
    private final String id = UUID.randomUUID().toString();
    private EngineAddress address;
    private EngineWorker worker;
    private RemoteRuns runs;

    @BeforeEach
    void prepare() throws Exception {
        address = temporal.address("continued-" + id, TestTemporal.cipher(folder));
        worker = TestRuns.worker(address, folder, 4);
        runs = TestRuns.runs(address, SHORTEST);
    }

    @AfterEach
    void stop() {
        runs.close();
        worker.close();
        temporal.close();
    }

    @Test
    void run_inSeveralHistories_isOneRun() throws Exception {
        Files.createFile(folder.resolve("go"));
        runs.start(TestRuns.run(id, folder, CHAIN));
        List<String> heard = new ArrayList<>();
        RunReport report = runs.follow(id, new RunListener() {
                    @Override
                    public void started(String task, String label) {
                        heard.add(task);
                    }
                })
                .toTheEnd();

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(tasks(report)).containsExactly("first done", "second done", "third done", "fourth done");
        assertThat(report.tasks())
                .allMatch(task -> task.started().isPresent() && task.warnings().isEmpty());
        assertThat(heard).containsExactly("first", "second", "third", "fourth");
        assertThat(executions()).hasSize(4);
        assertThat(TestRuns.report(runs, id).toJson()).isEqualTo(report.toJson());
        assertThat(runs.status(id).ended()).hasSize(4);
    }

    @Test
    void status_ofARunInSeveralHistories_knowsThemAll() throws Exception {
        runs.start(TestRuns.run(id, folder, CHAIN));
        while (!runs.status(id).begun().contains("third")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }

        assertThat(runs.status(id).ended()).containsOnlyKeys("first", "second");
        assertThat(executions()).hasSize(3);
        Files.createFile(folder.resolve("go"));
        assertThat(TestRuns.report(runs, id).outcome()).isEqualTo(RunOutcome.DONE);
    }

    @Test
    void cancel_ofARunInSeveralHistories_endsIt() throws Exception {
        runs.start(TestRuns.run(id, folder, CHAIN));
        while (!runs.status(id).begun().contains("third")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        runs.cancel(id);
        RunReport report = TestRuns.report(runs, id);

        assertThat(report.outcome()).isEqualTo(RunOutcome.CANCELLED);
        assertThat(tasks(report)).containsExactly("first done", "second done", "third cancelled", "fourth skipped");
    }

    @Test
    void cancel_whileARunWaitsForTasksBeforeItGoesOn_endsItThere() throws Exception {
        runs.start(TestRuns.run(id, folder, """
                long: {operator: test-step, parameters: {lines: long, until: never}}
                first: {operator: test-step, parameters: {lines: lines}}
                second: {operator: test-step, parameters: {lines: lines}, after: first}
                """));
        while (!runs.status(id).ended().containsKey("first")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(runs.status(id).begun()).containsExactly("long");
        runs.cancel(id);
        RunReport report = TestRuns.report(runs, id);

        assertThat(report.outcome()).isEqualTo(RunOutcome.CANCELLED);
        assertThat(tasks(report)).containsExactlyInAnyOrder("long cancelled", "first done", "second skipped");
        assertThat(executions()).hasSize(1);
    }

    @Test
    void failure_inALaterHistory_endsTheRun() throws Exception {
        runs.start(TestRuns.run(id, folder, """
                first: {operator: test-step, parameters: {lines: lines}}
                second: {operator: test-step, parameters: {lines: no/such/folder}, after: first}
                third: {operator: test-step, parameters: {lines: lines}, after: second}
                """));
        RunReport report = TestRuns.report(runs, id);

        assertThat(report.error()).get().asString().startsWith("task 'second' (Test step): its file cannot be written");
        assertThat(tasks(report)).containsExactly("first done", "second failed", "third skipped");
        assertThat(executions()).hasSize(2);
    }

    @Test
    void tokensAndEntities_ofAnEarlierHistory_areUsedRenewedAndRevoked() throws Exception {
        EngineAddress other =
                temporal.address("tokens-" + id, TestTemporal.cipher(Files.createDirectory(folder.resolve("other"))));
        try (RemoteRuns continued = TestRuns.runs(other, SHORTEST)) {
            String tokens = RecordedRuns.run(other, folder, RecordedRuns.DONE, continued);
            RunReport report = TestRuns.report(continued, tokens);

            assertThat(report.error()).isEmpty();
            assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
            assertThat(report.tasks().get(0).renewals()).isEqualTo(1);
            assertThat(report.tasks().get(0).warnings()).isEmpty();
            assertThat(report.tasks().get(0).facts()).containsEntry("revoked", "2");
            assertThat(report.tasks())
                    .extracting(task -> task.id() + " " + task.taken() + " " + task.entities())
                    .contains("call 0 2", "rows 2 0", "others 2 0");
            assertThat(folder.resolve("runs"))
                    .satisfiesAnyOf(
                            runs -> assertThat(runs).doesNotExist(),
                            runs -> assertThat(runs).isEmptyDirectory());
        }
    }

    @Test
    void renewal_askedOfAHistoryThatIsClosed_isAnsweredInTheLast() throws Exception {
        runs.start(TestRuns.run(id, folder, CHAIN));
        while (!runs.status(id).begun().contains("third")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        try (Connected connected = Connected.to(address)) {
            var target = WorkflowTargetOptions.newBuilder()
                    .setWorkflowId(id)
                    .setFirstExecutionRunId(executions().get(0))
                    .build();
            SentSettings given = connected
                    .client()
                    .newUntypedWorkflowStub(target)
                    .update("renew", SentSettings.class, new Renewal("first", "none", Renewal.Reason.REFUSED));

            assertThat(given).isEqualTo(SentSettings.NONE);
        }
        Files.createFile(folder.resolve("go"));
        assertThat(TestRuns.report(runs, id).outcome()).isEqualTo(RunOutcome.DONE);
    }

    @Test
    void report_whenTheFirstHistoryIsGone_saysWhatIsNotKnown() throws Exception {
        Files.createFile(folder.resolve("go"));
        runs.start(TestRuns.run(id, folder, CHAIN));
        TestRuns.report(runs, id);
        try (Connected connected = Connected.to(address)) {
            var histories = new Histories(connected);
            var history = new RunHistory(connected.data(), RunListener.none());
            for (String run : executions().subList(1, 4)) {
                history.turnPage();
                histories.read(id, run, history);
            }
            RunReport report = history.account().report();

            assertThat(tasks(report)).containsExactly("first done", "second done", "third done", "fourth done");
            assertThat(report.tasks().get(0).warnings())
                    .containsExactly(
                            "what it did is not known any more: Temporal has dropped that part of the run's history");
            assertThat(report.tasks().get(1).warnings()).isEmpty();
        }
    }

    private static List<String> tasks(RunReport report) {
        return report.tasks().stream()
                .map(task -> task.id() + " " + task.status())
                .toList();
    }

    private List<String> executions() throws EngineException {
        try (Connected connected = Connected.to(address)) {
            return TestRuns.executions(connected, id);
        }
    }
}
