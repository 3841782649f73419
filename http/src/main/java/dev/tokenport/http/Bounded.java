package dev.tokenport.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does what blocks, such as a look-up in DNS, and does not wait for it longer than it may take. */
final class Bounded {

    private Bounded() {}

    /**
     * Does it on a thread that does not keep the process alive.
     *
     * @param held is closed when the time is over or the waiting thread is interrupted, which ends what reads from it
     * @throws IOException what the work throws
     * @throws TimeoutException if it takes longer
     */
    static <T> T within(Duration limit, Closeable held, Callable<T> work)
            throws IOException, InterruptedException, TimeoutException {
        var task = new FutureTask<>(work);
        CompletableFuture<Void> unused = CompletableFuture.runAsync(task);
        boolean ended = false;
        try {
            T result = task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            ended = true;
            return result;
        } catch (ExecutionException e) {
            ended = true;
            throw thrown(e);
        } finally {
            if (!ended) {
                held.close();
            }
        }
    }

    private static IOException thrown(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IOException failure) {
            return failure;
        }
        if (cause instanceof RuntimeException defect) {
            throw defect;
        }
        throw new IllegalStateException("what blocks failed in a way that it cannot", cause);
    }
}
