package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads with small stacks, one per call, so that very many can wait at the same time. For one thread. */
final class Crowd<T> {

    private static final int STACK_BYTES = 256 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Thread> threads = new ArrayList<>();
    private final List<FutureTask<T>> calls = new ArrayList<>();

    /** One more thread makes this call. */
    Crowd<T> join(Callable<T> call) {
        var task = new FutureTask<>(call);
        var thread = new Thread(null, task, "crowd-" + threads.size(), STACK_BYTES);
        thread.setDaemon(true);
        calls.add(task);
        threads.add(thread);
        thread.start();
        return this;
    }

    /** So many threads make this call, all at the same moment. */
    static <T> Crowd<T> atOnce(int size, Callable<T> call) {
        var crowd = new Crowd<T>();
        var barrier = new CyclicBarrier(size);
        for (int i = 0; i < size; i++) {
            crowd.join(() -> {
                barrier.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return call.call();
            });
        }
        return crowd;
    }

    /** Waits until each of them waits for something. */
    Crowd<T> awaitBlocked() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING) {
                assertThat(System.nanoTime()).as("%s waits", thread).isLessThan(end);
                Thread.onSpinWait();
            }
        }
        return this;
    }

    /** Interrupts one of them. */
    void interrupt(int number) {
        threads.get(number).interrupt();
    }

    /** What each of them got, in order; what one has thrown is thrown on. */
    List<T> results() throws InterruptedException, ExecutionException, TimeoutException {
        var results = new ArrayList<T>();
        for (FutureTask<T> call : calls) {
            results.add(call.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        return results;
    }

    /** What one of them got. */
    T result(int number) throws InterruptedException, ExecutionException, TimeoutException {
        return calls.get(number).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
