package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tokenport.temporal.message.HistoryBounds;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.RemoteRuns;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.History;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.worker.WorkerFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that older versions have begun go on: what they have done so far is done again in the same order. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class RecordedRunsTest {

    @TempDir
    private Path folder;

    private final String queue = "recorded";

    static Stream<String> recorded() throws Exception {
        Path kept = Path.of(Objects.requireNonNull(RecordedRunsTest.class.getResource("/recorded"))
                .toURI());
        try (var files = Files.list(kept)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".history"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void run_thatIsRecorded_goesTheSameWay(String name) throws Exception {
        History history;
        try (var kept = Objects.requireNonNull(getClass().getResourceAsStream("/recorded/" + name))) {
            history = History.parseFrom(kept);
        }
        try (TestTemporal temporal = TestTemporal.start();
                Connected connected = Connected.to(temporal.address(queue, RecordedRuns.cipher(folder)))) {
            WorkerFactory factory = WorkerFactory.newInstance(connected.client());
            var worker = factory.newWorker(queue);
            worker.registerWorkflowImplementationFactory(RunWorkflow.class, OrderedRun::new);

            assertThatCode(() -> worker.replayWorkflowExecution(new WorkflowExecutionHistory(history)))
                    .doesNotThrowAnyException();
            factory.shutdownNow();
        }
    }

    /** Not a test: records anew, for a new version of orders; {@code -Dtokenport.record=VERSION}. */
    @Test
    @EnabledIfSystemProperty(named = "tokenport.record", matches = ".+")
    void record() throws Exception {
        try (TestTemporal temporal = TestTemporal.start()) {
            EngineAddress address = temporal.address(queue, RecordedRuns.cipher(folder));
            for (var tasks : Map.of(
                            "done", RecordedRuns.DONE,
                            "failed", RecordedRuns.FAILED,
                            "cancelled", RecordedRuns.CANCELLED)
                    .entrySet()) {
                // What waits for a task that never ends would never go on in another history.
                HistoryBounds bounds =
                        tasks.getKey().equals("failed") ? HistoryBounds.DEFAULT : new HistoryBounds(5, 1_000_000_000);
                try (RemoteRuns runs = TestRuns.runs(address, bounds);
                        Connected connected = Connected.to(address)) {
                    String id = RecordedRuns.run(address, folder, tasks.getValue(), runs);
                    int part = 0;
                    for (String execution : TestRuns.executions(connected, id)) {
                        part++;
                        String name =
                                System.getProperty("tokenport.record") + "-" + tasks.getKey() + "-" + part + ".history";
                        Path file = Files.write(
                                Path.of("src/test/resources/recorded").resolve(name),
                                history(connected, id, execution).toByteArray());
                        assertThat(file).exists();
                    }
                }
            }
        }
    }

    private static History history(Connected connected, String id, String execution) {
        return connected
                .stubs()
                .blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace("default")
                        .setExecution(
                                WorkflowExecution.newBuilder().setWorkflowId(id).setRunId(execution))
                        .build())
                .getHistory();
    }
}
