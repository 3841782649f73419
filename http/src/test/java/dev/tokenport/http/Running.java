package dev.tokenport.http;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A task on a thread of its own, which a test interrupts. */
final class Running {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> result;

    private Running(Callable<?> task) {
        this.result = thread.submit(task);
    }

    static Running start(Callable<?> task) {
        return new Running(task);
    }

    void interrupt() {
        thread.shutdownNow();
    }

    Throwable failure() throws Exception {
        try {
            Object value = result.get(50, TimeUnit.SECONDS);
            return new AssertionError("no failure but " + value);
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        }
    }
}
