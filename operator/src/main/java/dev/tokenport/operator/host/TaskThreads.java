package dev.tokenport.operator.host;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The threads of one task for what it does side by side: as many as it wants at a time, so that no work ever waits for
 * other work. Idle ones end soon; they keep no process alive. Thread-safe.
 */
public final class TaskThreads implements Executor {

    private static final int IDLE_SECONDS = 1;
    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();

    private final String task;
    private final ClassLoader loader;
    private final Consumer<Throwable> failure;
    private final AtomicInteger made = new AtomicInteger();
    private final ThreadPoolExecutor executor;

    /**
     * Threads of a task.
     *
     * @param task its id
     * @param loader the class loader of its operator
     * @param failure is told what its work throws
     */
    public TaskThreads(String task, ClassLoader loader, Consumer<Throwable> failure) {
        this.task = task;
        this.loader = loader;
        this.failure = failure;
        this.executor = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::daemon);
        executor.setRejectedExecutionHandler((work, from) -> {
            throw new RejectedExecutionException("the run has ended");
        });
    }

    private Thread daemon(Runnable work) {
        Thread thread = THREADS.newThread(work);
        thread.setDaemon(true);
        thread.setName("tokenport-" + task + "-" + made.incrementAndGet());
        thread.setContextClassLoader(loader);
        return thread;
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                // Not for the thread's own handler, which would show it as it is, with whatever secret is in it.
                failure.accept(e);
            }
        });
    }

    /** Interrupts all work and takes no more. */
    public void interrupt() {
        executor.shutdownNow();
    }

    /** Waits for the end of all threads; {@link #interrupt} comes first. */
    public boolean await(long nanos) throws InterruptedException {
        return executor.awaitTermination(nanos, TimeUnit.NANOSECONDS);
    }

    /** Whether all threads have ended. */
    public boolean haveEnded() {
        return executor.isTerminated();
    }
}
