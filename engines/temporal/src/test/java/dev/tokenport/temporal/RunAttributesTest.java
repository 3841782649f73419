package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.temporal.message.HistoryBounds;
import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.SentOrder;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.RemoteRuns;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.RemoveSearchAttributesRequest;
import io.temporal.client.WorkflowOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What Temporal's own tools find runs by. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class RunAttributesTest {

    private static final HistoryBounds SHORTEST = new HistoryBounds(5, 1_000_000_000);

    private static final String TASKS = """
            first: {operator: test-step, parameters: {lines: lines}}
            bad: {operator: test-step, parameters: {lines: no/such/folder}, after: first}
            """;

    @TempDir
    private Path folder;

    private final TestTemporal temporal = TestTemporal.start();
    private final String id = UUID.randomUUID().toString();
    private EngineAddress address;
    private Connected connected;

    @BeforeEach
    void connect() throws Exception {
        address = temporal.address("attributes-" + id, TestTemporal.cipher(folder));
        connected = Connected.to(address);
    }

    @AfterEach
    void stop() {
        connected.close();
        temporal.close();
    }

    @Test
    void run_withOurAttributes_isFoundByWorkflowAndFailedTask() throws Exception {
        register();
        var both = new RunAttributes(Set.of("TokenportWorkflow", "TokenportFailedTask"));
        RunOrder order = Orders.of(TestRuns.run(id, folder, TASKS));
        SentOrder sent = SentOrder.of(order, SHORTEST, both.tellsFailures());

        try (EngineWorker worker = TestRuns.worker(address, folder, 4);
                RemoteRuns runs = TestRuns.runs(address)) {
            assertThat(worker).isNotNull();
            var unused = connected
                    .client()
                    .newUntypedWorkflowStub(
                            RunWorkflow.TYPE,
                            WorkflowOptions.newBuilder()
                                    .setWorkflowId(id)
                                    .setTaskQueue(address.queue())
                                    .setTypedSearchAttributes(both.of(order.workflow()))
                                    .build())
                    .start(sent);
            TestRuns.report(runs, id);
        }

        assertThat(attributes())
                .containsEntry("TokenportWorkflow", "\"steps\"")
                .containsEntry("TokenportFailedTask", "\"bad\"");
        unregister();
    }

    @Test
    @EnabledIfSystemProperty(
            named = "tokenport.temporal",
            matches = ".+",
            disabledReason = "the test server tells none")
    void run_inANamespaceThatHasOurAttributes_hasThem() throws Exception {
        register();
        while (!RunAttributes.of(connected).tellsFailures()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }

        assertThat(attributesOfARun())
                .containsEntry("TokenportWorkflow", "\"steps\"")
                .containsEntry("TokenportFailedTask", "\"bad\"");
        unregister();
    }

    @Test
    void run_inANamespaceWithoutThem_hasNone() throws Exception {
        assertThat(attributesOfARun()).doesNotContainKeys("TokenportWorkflow", "TokenportFailedTask");
    }

    @SuppressWarnings("try") // the worker works while it is open; nobody calls it
    private Map<String, String> attributesOfARun() throws Exception {
        try (EngineWorker worker = TestRuns.worker(address, folder, 4);
                RemoteRuns runs = TestRuns.runs(address, SHORTEST)) {
            runs.start(TestRuns.run(id, folder, TASKS));
            TestRuns.report(runs, id);
            return attributes();
        }
    }

    private Map<String, String> attributes() throws Exception {
        Map<String, String> attributes = new TreeMap<>();
        new Histories(connected)
                .describe(id, "")
                .getWorkflowExecutionInfo()
                .getSearchAttributes()
                .getIndexedFieldsMap()
                .forEach((name, value) -> attributes.put(name, value.getData().toStringUtf8()));
        return attributes;
    }

    private void register() {
        var unused = connected
                .operator()
                .blockingStub()
                .addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                        .setNamespace("default")
                        .putSearchAttributes("TokenportWorkflow", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                        .putSearchAttributes("TokenportFailedTask", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                        .build());
    }

    private void unregister() {
        var unused = connected
                .operator()
                .blockingStub()
                .removeSearchAttributes(RemoveSearchAttributesRequest.newBuilder()
                        .setNamespace("default")
                        .addSearchAttributes("TokenportWorkflow")
                        .addSearchAttributes("TokenportFailedTask")
                        .build());
    }
}
