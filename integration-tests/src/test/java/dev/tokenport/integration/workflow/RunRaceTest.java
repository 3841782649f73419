package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.operators.dataset.CsvDataset;
import dev.tokenport.operators.dataset.JsonDataset;
import dev.tokenport.operators.http.HttpRequest;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in which everything happens at the same moment, or that are cancelled at any moment. */
final class RunRaceTest {

    private static final int ROWS = 3_000;

    @TempDir
    private Path folder;

    private final ScriptedServer server = ScriptedServer.start();
    private final AtomicInteger issued = new AtomicInteger();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void token_refusedInManyTasksAtOnce_isRenewedOnceForAll() throws Exception {
        int tasks = 32;
        int rounds = 50;
        server.otherwise(request -> Answer.token("t0ken-" + issued.incrementAndGet(), Duration.ofHours(1)));
        var refused = new RefusedOperator(tasks, rounds);
        String consumers = IntStream.range(0, tasks)
                .mapToObj(i ->
                        "  c" + i + ": {operator: refused, config: [{from: auth, map: {oauth_access_token: token}}]}\n")
                .collect(Collectors.joining());

        RunReport report = run(workflow(consumers), new LocalRunner.Options(tasks), refused);

        assertThat(report.error()).isEmpty();
        assertThat(refused.tokens()).hasSize(rounds + 1);
        refused.tokens().forEach((round, tokens) -> assertThat(tokens).containsExactly("t0ken-" + (round + 1)));
        assertThat(server.requests()).hasSize(rounds + 1);
        assertThat(report.tasks().get(0).renewals()).isEqualTo(rounds);
    }

    @Test
    void consumers_tenThousandOfOneTask_costOneTokenRequest() throws Exception {
        server.otherwise(request -> Answer.token("t0ken-" + issued.incrementAndGet(), Duration.ofHours(1)));
        var use = new RefusedOperator(1, 0);
        String consumers = IntStream.range(0, 10_000)
                .mapToObj(i ->
                        "  c" + i + ": {operator: refused, config: [{from: auth, map: {oauth_access_token: token}}]}\n")
                .collect(Collectors.joining());

        RunReport report = run(workflow(consumers), LocalRunner.Options.DEFAULT, use);

        assertThat(report.error()).isEmpty();
        assertThat(use.tokens().get(0)).containsExactly("t0ken-1");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void run_cancelledWhileTheTokenIsFetched_endsAtOnce() throws Exception {
        var gate = new CountDownLatch(1);
        server.otherwise(request -> Answer.token("t0ken-1", Duration.ofHours(1)).heldBy(gate));
        var running =
                start(workflow("  c: {operator: use, config: [{from: auth, map: {oauth_access_token: token}}]}\n"));
        server.awaitRequests(1);

        running.thread.interrupt();
        RunReport report = running.report.get(30, TimeUnit.SECONDS);

        gate.countDown();
        assertThat(report.outcome()).isEqualTo(RunOutcome.CANCELLED);
        assertThat(report.tasks())
                .extracting(task -> task.status())
                .containsExactly(TaskStatus.CANCELLED, TaskStatus.SKIPPED);
        assertNothingIsLeft();
    }

    @Test
    void run_cancelledAtAnyMoment_leavesWholeFilesOnlyAndNoThread() throws Exception {
        server.otherwise(request -> request.target().equals("/token")
                ? Answer.token("t0ken-" + issued.incrementAndGet(), Duration.ofHours(1))
                : Answer.json(200, rows()));
        Path workflow = workflow("""
                  orders: {operator: http-request, config: auth, parameters: {url: '%s', records: /items}}
                  json: {operator: json-dataset, inputs: orders, parameters: {file: out.json}}
                  csv: {operator: csv-dataset, inputs: orders, parameters: {file: out.csv}}
                """.formatted(server.url("/orders")));
        long whole = nanosOfARun(workflow);
        var random = new Random(4);
        var outcomes = new EnumMap<RunOutcome, Integer>(RunOutcome.class);

        for (int round = 0; round < 150; round++) {
            Files.deleteIfExists(folder.resolve("out.json"));
            Files.deleteIfExists(folder.resolve("out.csv"));
            var running = start(workflow);
            LockSupport.parkNanos((long) (random.nextDouble() * whole));
            running.thread.interrupt();
            RunReport report = running.report.get(60, TimeUnit.SECONDS);

            outcomes.merge(report.outcome(), 1, Integer::sum);
            if (report.outcome() == RunOutcome.DONE) {
                // The longer this goes on, the faster a run is.
                whole = Math.min(
                        whole,
                        Duration.between(report.started(), report.finished()).toNanos());
            }
            assertThat(report.outcome())
                    .as("round %s: %s", round, report.error())
                    .isNotEqualTo(RunOutcome.FAILED);
            assertWhole(report);
            assertNothingIsLeft();
        }

        assertThat(outcomes.get(RunOutcome.CANCELLED)).isGreaterThan(20);
    }

    private void assertWhole(RunReport report) throws IOException {
        boolean done = report.outcome() == RunOutcome.DONE;
        for (String name : List.of("out.json", "out.csv")) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                assertThat(Files.readString(file))
                        .contains("number-1", "number-" + ROWS)
                        .endsWith(name.endsWith("json") ? "]\n" : "\n");
            } else {
                assertThat(done).isFalse();
            }
        }
    }

    private void assertNothingIsLeft() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .isSubsetOf("test.yaml", "out.json", "out.csv", "scratch");
        }
        Path scratch = folder.resolve("scratch");
        if (Files.exists(scratch)) {
            assertThat(scratch).isEmptyDirectory();
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            // One that waits for work of another run bears no name of a task.
            if (thread.getName().startsWith("tokenport-") && !thread.getName().equals("tokenport-idle")) {
                thread.join(1_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static String rows() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> "{\"id\":" + i + ",\"text\":\"number-" + i + "\"}")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private long nanosOfARun(Path workflow) throws Exception {
        run(workflow, LocalRunner.Options.DEFAULT, new UsingOperator(() -> {}));
        long start = System.nanoTime();
        run(workflow, LocalRunner.Options.DEFAULT, new UsingOperator(() -> {}));
        return System.nanoTime() - start;
    }

    /** A run in a thread of its own. */
    private record Running(Thread thread, FutureTask<RunReport> report) {}

    private Running start(Path workflow) {
        var report = new FutureTask<>(() -> run(workflow, LocalRunner.Options.DEFAULT, new UsingOperator(() -> {})));
        var thread = new Thread(report, "run");
        thread.start();
        return new Running(thread, report);
    }

    private Path workflow(String tasks) throws IOException {
        return Files.writeString(folder.resolve("test.yaml"), """
                workflow: test
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters: {oauth_token_url: '%s', oauth_client_id: orders, oauth_client_secret: s3cret}
                """.formatted(server.url("/token")) + tasks);
    }

    private RunReport run(Path workflow, LocalRunner.Options options, Operator<?> operator) throws Exception {
        Plan plan = Plan.read(
                workflow,
                List.of(),
                OperatorRegistry.of(
                        new OAuth2Authentication(), new HttpRequest(), new JsonDataset(), new CsvDataset(), operator));
        var world = new LocalRunner.World(
                TimeSource.system(),
                Transports.direct(),
                Environment.of(Map.of()),
                new Redactor(),
                folder.resolve("scratch"));
        return new LocalRunner(world).run(plan, options, RunListener.none());
    }
}
