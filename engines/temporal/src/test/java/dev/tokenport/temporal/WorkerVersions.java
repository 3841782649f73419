package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.temporal.message.HistoryBounds;
import dev.tokenport.temporal.message.Renewal;
import dev.tokenport.temporal.message.RunClosing;
import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.SentOrder;
import dev.tokenport.temporal.message.SentSettings;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.WorkerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers of several versions side by side. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class WorkerVersions {

    @TempDir
    private Path folder;

    private TestTemporal temporal;
    private final String id = UUID.randomUUID().toString();
    private EngineAddress address;
    private Connected connected;

    /** The server, which is closed after the test. */
    abstract TestTemporal server(Path folder) throws Exception;

    @BeforeEach
    final void connect() throws Exception {
        temporal = server(folder.resolve("server"));
        address = temporal.address("versions-" + id, TestTemporal.cipher(folder));
        connected = Connected.to(address);
    }

    @AfterEach
    final void stop() {
        if (temporal != null) {
            connected.close();
            temporal.close();
        }
    }

    /** The workflow of a worker that knows one version more. */
    static final class NextVersion implements RunWorkflow {

        @Override
        public RunClosing run(SentOrder order) {
            return new RunClosing(RunOutcome.DONE, List.of(TaskStatus.SKIPPED), null, Map.of(), Map.of());
        }

        @Override
        public SentSettings renew(Renewal renewal) {
            return SentSettings.NONE;
        }
    }

    @Test
    final void run_ofANewerVersion_isLeftToAWorkerThatKnowsIt() throws Exception {
        SentOrder now = SentOrder.of(
                Orders.of(TestRuns.run(id, folder, "t: {operator: test-step, parameters: {lines: lines}}")),
                HistoryBounds.DEFAULT,
                false);
        start(new SentOrder(
                RunOrder.VERSION + 1,
                now.workflow(),
                now.file(),
                null,
                now.packed(),
                now.parallel(),
                now.heartbeat(),
                now.bounds(),
                false,
                null));
        try (RemoteRuns runs = TestRuns.runs(address)) {
            WorkerFactory newer = WorkerFactory.newInstance(connected.client());
            try (EngineWorker old = TestRuns.worker(address, folder, 4)) {
                assertThat(old).isNotNull();
                while (!events().contains(EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED)) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                assertThat(runs.status(id).outcome()).isEmpty();
                newer.newWorker(address.queue())
                        .registerWorkflowImplementationFactory(RunWorkflow.class, NextVersion::new);
                newer.start();
            }

            assertThat(TestRuns.report(runs, id).outcome()).isEqualTo(RunOutcome.DONE);
            newer.shutdownNow();
        }
    }

    @Test
    final void run_ofTheFirstVersion_isDone() throws Exception {
        RunOrder order = Orders.of(TestRuns.run(id, folder, """
                first: {operator: test-step, parameters: {lines: lines}}
                second: {operator: test-step, parameters: {lines: lines}, after: first}
                """));
        start(new SentOrder(
                1,
                order.workflow(),
                order.file(),
                order.tasks(),
                null,
                order.parallel(),
                Duration.ofSeconds(2),
                null,
                false,
                null));
        try (EngineWorker worker = TestRuns.worker(address, folder, 4);
                RemoteRuns runs = TestRuns.runs(address)) {
            assertThat(worker).isNotNull();
            RunReport report = TestRuns.report(runs, id);

            assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
            assertThat(folder.resolve("lines")).content().isEqualTo("begins\nends\nbegins\nends\n");
        }
    }

    private void start(SentOrder order) {
        var unused = connected
                .client()
                .newUntypedWorkflowStub(
                        RunWorkflow.TYPE,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(address.queue())
                                .build())
                .start(order);
    }

    private List<EventType> events() {
        return connected
                .stubs()
                .blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace("default")
                        .setExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                        .build())
                .getHistory()
                .getEventsList()
                .stream()
                .map(event -> event.getEventType())
                .toList();
    }
}
