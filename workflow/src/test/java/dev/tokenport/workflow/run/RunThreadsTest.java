package dev.tokenport.workflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which threads execute the tasks of a run. */
final class RunThreadsTest {

    private static final int SECONDS = 20;

    @TempDir
    Path folder;

    @Test
    void chain_ofTasks_isExecutedByOneThread() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        RunReport report = run(
                tasks(100, i -> i == 0 ? "" : ", after: t" + (i - 1)), 8, task -> threads.add(Thread.currentThread()));

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(threads).hasSize(1);
    }

    @Test
    void tasks_thatWaitForEachOther_runSideBySide() throws Exception {
        var together = new CyclicBarrier(8);

        RunReport report = run(tasks(9, i -> i == 0 ? "" : ", after: t0"), 8, task -> {
            if (!task.equals("t0")) {
                await(together);
            }
        });

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
    }

    @Test
    void tasks_moreThanMayRun_neverRunSideBySide() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var threeOfThem = new CyclicBarrier(3);

        RunReport report = run(tasks(300, i -> ""), 3, task -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            await(threeOfThem);
            running.decrementAndGet();
        });

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void task_behindASourceThatWasPulledToItsEnd_doesNotWaitForItsConsumer() throws Exception {
        var done = new CountDownLatch(1);
        String tasks = """
                  source: {operator: step}
                  consumer: {operator: step, inputs: source}
                  other: {operator: step, after: source}
                """;

        RunReport report = run(tasks, 2, task -> {
            if (task.equals("other")) {
                done.countDown();
            } else if (task.equals("consumer")) {
                assertThat(done.await(SECONDS, TimeUnit.SECONDS)).isTrue();
            }
        });

        assertThat(report.error()).isEmpty();
    }

    @Test
    void interruption_leftBehindByATask_doesNotReachTheNextOne() throws Exception {
        Set<Boolean> interrupted = ConcurrentHashMap.newKeySet();

        RunReport report = run(tasks(10, i -> i == 0 ? "" : ", after: t" + (i - 1)), 1, task -> {
            interrupted.add(Thread.currentThread().isInterrupted());
            Thread.currentThread().interrupt();
        });

        assertThat(report.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(interrupted).containsExactly(false);
    }

    private static void await(CyclicBarrier together) throws InterruptedException {
        try {
            together.await(SECONDS, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rest of a task's line by its number. */
    @FunctionalInterface
    private interface Rest {

        String of(int task);
    }

    private static String tasks(int count, Rest rest) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  t" + i + ": {operator: step" + rest.of(i) + "}\n")
                .collect(Collectors.joining());
    }

    private RunReport run(String tasks, int parallel, StepOperator.Step step) throws Exception {
        Path file = Files.writeString(folder.resolve("steps.yaml"), "workflow: steps\ntasks:\n" + tasks);
        Plan plan = Plan.read(file, List.of(), OperatorRegistry.of(new StepOperator(step)));
        var world = new LocalRunner.World(
                TimeSource.system(), Transports.direct(), Environment.of(Map.of()), new Redactor(), folder);
        return new LocalRunner(world).run(plan, new LocalRunner.Options(parallel), RunListener.none());
    }
}
