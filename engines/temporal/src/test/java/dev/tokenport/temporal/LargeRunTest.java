package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.temporal.message.HistoryBounds;
import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.SentOrder;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.RemoteRun;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.RunState;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs of many tasks, and what is too much. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class LargeRunTest {

    @TempDir
    private Path folder;

    private final String id = UUID.randomUUID().toString();

    @Test
    void order_ofTenThousandTasks_isTakenAndPlanned() throws Exception {
        RunOrder order = Orders.of(TestRuns.run(id, folder, layers(100, 100)));
        SentOrder sent = SentOrder.of(order, HistoryBounds.DEFAULT, false);

        OrderLimits.check(order, sent);
        assertThat(sent.order()).isEqualTo(order);
        assertThat(sent.packed()).hasSizeLessThan(OrderLimits.TASKS / 2);
        RunState state = new RunState(sent.order().flow());
        Deque<Integer> ready = new ArrayDeque<>(state.readyAtStart());
        for (Integer task = ready.poll(); task != null; task = ready.poll()) {
            assertThat(state.begin(task)).isTrue();
            ready.addAll(state.finish(task));
        }
        assertThat(state.outcome()).isEqualTo(RunOutcome.DONE);
    }

    @Test
    void chain_ofTenThousandTasks_isTaken() throws Exception {
        RunOrder order = Orders.of(TestRuns.run(
                id,
                folder,
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "t" + i + ": {operator: test-step, parameters: {lines: lines}"
                                + (i == 0 ? "" : ", after: t" + (i - 1)) + "}\n")
                        .collect(Collectors.joining())));

        assertThatCode(() -> OrderLimits.check(order, SentOrder.of(order, HistoryBounds.DEFAULT, false)))
                .doesNotThrowAnyException();
    }

    @Test
    void workflow_thatIsTooLarge_isRefused() throws Exception {
        var random = new Random(1);
        RemoteRun run = TestRuns.run(
                id,
                folder,
                IntStream.range(0, 3)
                        .mapToObj(i -> "t" + i + ": {operator: test-step, parameters: {lines: " + noise(random, 700_000)
                                + "}}\n")
                        .collect(Collectors.joining()));
        RunOrder order = Orders.of(run);

        assertThatThrownBy(() -> OrderLimits.check(order, SentOrder.of(order, HistoryBounds.DEFAULT, false)))
                .isInstanceOf(EngineException.class)
                .hasMessageMatching("the workflow 'steps' is too large for Temporal: its 3 tasks have 2[0-9]{3} kB when"
                        + " they are compressed, and 1400 kB is the most; split it");
    }

    @Test
    void task_thatIsTooLarge_isRefused() throws Exception {
        RunOrder order = Orders.of(TestRuns.run(
                id, folder, "t: {operator: test-step, parameters: {lines: " + "x".repeat(1_400_000) + "}}\n"));

        assertThatThrownBy(() -> OrderLimits.check(order, SentOrder.of(order, HistoryBounds.DEFAULT, false)))
                .isInstanceOf(EngineException.class)
                .hasMessage("task 't' (Test step) is too large for Temporal: with its 0 connections it has 1401 kB, and"
                        + " 1400 kB is the most");
    }

    @Test
    void settings_thatAreTooLarge_failTheirTask() throws Exception {
        Files.writeString(folder.resolve("big.json"), "[{\"url\": \"" + "x".repeat(1_400_000) + "\"}]");
        try (TestTemporal temporal = TestTemporal.start()) {
            EngineAddress address = temporal.address("large-" + id, TestTemporal.cipher(folder));
            try (RemoteRuns runs = TestRuns.runs(address)) {
                String run = RecordedRuns.run(address, folder, """
                        big: {operator: json-dataset, parameters: {file: big.json}}
                        call: {operator: http-request, config: big, parameters: {url: 'SERVICE/rows'}}
                        """, runs);

                assertThat(TestRuns.report(runs, run).error())
                        .contains(
                                "task 'big' (JSON dataset): what it gives to config ports, its first entity, has 1401 kB, and"
                                        + " 1400 kB is the most that goes through Temporal");
            }
        }
    }

    @Test
    void parallel_thatIsMoreThanTemporalTakes_isRefused() throws Exception {
        RemoteRun run = TestRuns.run(id, folder, layers(1, 1));
        RunOrder order = Orders.of(new RemoteRun(id, run.plan(), 1001, run.heartbeat()));

        assertThatThrownBy(() -> OrderLimits.check(order, SentOrder.of(order, HistoryBounds.DEFAULT, false)))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "--parallel 1001 is more than 1000, the most tasks of a run that may be at work on Temporal at"
                                + " a time");
    }

    @Test
    void fanOut_ofAThousandTasksAtATime_ends() throws Exception {
        RemoteRun run = TestRuns.run(
                id,
                folder,
                "t0: {operator: test-step, parameters: {lines: lines}}\n"
                        + IntStream.rangeClosed(1, 1000)
                                .mapToObj(i ->
                                        "t" + i + ": {operator: test-step, parameters: {lines: lines}, after: t0}\n")
                                .collect(Collectors.joining())
                        + "last: {operator: test-step, parameters: {lines: lines}, after: ["
                        + IntStream.rangeClosed(1, 1000).mapToObj(i -> "t" + i).collect(Collectors.joining(", "))
                        + "]}\n");

        RunReport report = report(new RemoteRun(id, run.plan(), 1000, run.heartbeat()), HistoryBounds.DEFAULT);

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(report.tasks()).hasSize(1002).allMatch(task -> task.status() == TaskStatus.DONE);
    }

    @Test
    void run_ofTwoThousandTasksInSeveralHistories_ends() throws Exception {
        RemoteRun run = TestRuns.run(id, folder, layers(100, 20));

        RunReport report = report(run, new HistoryBounds(3_000, 1_000_000_000));

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(report.tasks()).hasSize(2000).allMatch(task -> task.started().isPresent());
    }

    private RunReport report(RemoteRun run, HistoryBounds bounds) throws Exception {
        try (TestTemporal temporal = TestTemporal.start()) {
            EngineAddress address = temporal.address("large-" + id, TestTemporal.cipher(folder));
            try (EngineWorker worker = TestRuns.worker(address, folder, 50);
                    RemoteRuns runs = TestRuns.runs(address, bounds)) {
                assertThat(worker).isNotNull();
                runs.start(run);
                return TestRuns.report(runs, id);
            }
        }
    }

    /** Layers of tasks, each of which waits for two of the layer before. */
    private static String layers(int layers, int width) {
        var tasks = new StringBuilder();
        for (int layer = 0; layer < layers; layer++) {
            for (int task = 0; task < width; task++) {
                tasks.append("t%d_%d: {operator: test-step, parameters: {lines: lines}".formatted(layer, task));
                if (layer > 0) {
                    tasks.append(", after: [t%d_%d, t%d_%d]".formatted(layer - 1, task, layer - 1, (task + 1) % width));
                }
                tasks.append("}\n");
            }
        }
        return tasks.toString();
    }

    private static String noise(Random random, int length) {
        return random.ints(length, 0, 62)
                .mapToObj(
                        i -> String.valueOf("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(i)))
                .collect(Collectors.joining("", "n", ""));
    }
}
