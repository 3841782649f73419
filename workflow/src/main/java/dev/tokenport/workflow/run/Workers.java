package dev.tokenport.workflow.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The threads of a run: a bounded number that execute tasks, and those that tasks use themselves. They keep no process
 * alive. Thread-safe but for {@link #stop}, which is for the run's caller.
 */
final class Workers {

    private static final int STOP_SECONDS = 10;
    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();

    private final ThreadPoolExecutor executor;
    private final Map<String, TaskThreads> ofTasks = new ConcurrentHashMap<>();
    private volatile boolean stopped;
    private boolean interrupted;

    Workers(int threads) {
        executor = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), Workers::daemon);
        // What becomes ready while the run is being ended does not start any more.
        executor.setRejectedExecutionHandler((task, from) -> {});
    }

    private static Thread daemon(Runnable work) {
        Thread thread = THREADS.newThread(work);
        thread.setDaemon(true);
        thread.setName("tokenport-idle");
        return thread;
    }

    void execute(TaskExecution execution) {
        executor.execute(execution);
    }

    /** Threads for what a task does side by side; {@code failure} is told what that throws. */
    TaskThreads of(TaskRun task, Consumer<Throwable> failure) {
        TaskThreads known = ofTasks.get(task.id());
        TaskThreads threads =
                known == null ? ofTasks.computeIfAbsent(task.id(), id -> new TaskThreads(task, failure)) : known;
        if (stopped) {
            threads.interrupt();
        }
        return threads;
    }

    /** Lets all threads end what they are telling, and waits for their end, as when all tasks are done. */
    void finish() {
        executor.shutdown();
        try {
            executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    /**
     * Interrupts all threads and waits for their end, for some seconds at the most; a thread that goes on is interrupted
     * again every second.
     *
     * @return whether all have ended
     */
    boolean stop() {
        stopped = true;
        boolean ended = false;
        for (int second = 0; second < STOP_SECONDS && !ended; second++) {
            executor.shutdownNow();
            ofTasks.values().forEach(TaskThreads::interrupt);
            try {
                ended = executor.awaitTermination(1, TimeUnit.SECONDS) && tasksEnded();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return ended || (executor.isTerminated() && ofTasks.values().stream().allMatch(TaskThreads::haveEnded));
    }

    private boolean tasksEnded() throws InterruptedException {
        for (TaskThreads threads : ofTasks.values()) {
            if (!threads.await(TimeUnit.SECONDS.toNanos(1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the caller was interrupted while it waited. */
    boolean wereInterrupted() {
        return interrupted;
    }
}
