package dev.tokenport.temporal;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells the engine that a task's worker is alive, and what the task is doing; hears that the task is to end, and interrupts
 * its thread. Thread-safe.
 */
final class Heartbeat implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final ActivityExecutionContext context;
    private final Thread thread = Thread.currentThread();
    private final ScheduledFuture<?> beating;
    private volatile String message = "";
    private volatile @Nullable ActivityCompletionException end;
    private boolean closed;

    private Heartbeat(ActivityExecutionContext context, ScheduledExecutorService ticker) {
        this.context = context;
        long third = context.getInfo().getHeartbeatTimeout().toMillis() / 3;
        long period = third == 0 ? LONGEST.toMillis() : Math.min(third, LONGEST.toMillis());
        this.beating = ticker.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    /** The heartbeat of the task that the calling thread executes. */
    static Heartbeat of(ActivityExecutionContext context, ScheduledExecutorService ticker) {
        return new Heartbeat(context, ticker);
    }

    /** What the task is doing, redacted. */
    void say(String doing) {
        message = doing;
    }

    /** Whether the task is to end. */
    boolean isOver() {
        return end != null;
    }

    /** Whether it is to end because the run wants it to. */
    boolean isCancelled() {
        return end instanceof ActivityCanceledException;
    }

    private void beat() {
        try {
            context.heartbeat(message);
        } catch (ActivityCompletionException e) {
            interrupt(e);
        }
    }

    private synchronized void interrupt(ActivityCompletionException why) {
        if (!closed && end == null) {
            end = why;
            thread.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        beating.cancel(false);
    }
}
