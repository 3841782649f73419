package dev.tokenport.workflow.run;

import dev.tokenport.operator.host.TaskThreads;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a run: a bounded number that execute tasks, and those that tasks use themselves. They keep no process
 * alive. Thread-safe but for {@link #stop}, which is for the run's caller.
 *
 * <p>To wake a thread takes longer than many a task, and to start one longer still. So a thread goes on with what has become
 * ready by what it did, whoever takes an execution wakes one more thread if others are waiting, and a thread that nobody needs any
 * more is there for the next run: short tasks are done by few threads, and long ones soon by all that are allowed.
 */
final class Workers {

    private static final int STOP_SECONDS = 10;
    private static final int IDLE_SECONDS = 1;
    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();

    /** The threads of all runs; how many are at work is counted by each run. */
    private static final Executor SHARED = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Workers::daemon);

    private final int most;
    private final Queue<TaskExecution> waiting = new PriorityQueue<>();
    private final Object lock = new Object();
    private final Set<Thread> busy = new HashSet<>();
    private int atWork;
    private boolean coming;
    private boolean awaited;
    private final Map<String, TaskThreads> ofTasks = new ConcurrentHashMap<>();
    private volatile boolean stopped;
    private boolean interrupted;

    /** Threads of which so many execute tasks at the most. */
    Workers(int most) {
        this.most = most;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = THREADS.newThread(work);
        thread.setDaemon(true);
        thread.setName("tokenport-idle");
        return thread;
    }

    /** Executes these while the calling thread goes on. */
    void execute(List<TaskExecution> ready) {
        boolean more;
        synchronized (lock) {
            add(ready);
            more = needsMore();
        }
        if (more) {
            wake();
        }
    }

    /** Executes these; for a thread of these that has nothing else to do but to take one of them. */
    void executeNext(List<TaskExecution> ready) {
        synchronized (lock) {
            add(ready);
        }
    }

    private void add(List<TaskExecution> ready) {
        if (!stopped) {
            waiting.addAll(ready);
        }
    }

    /** Whether one more thread is to come; if so, it is counted. While one is coming, no other is needed. */
    private boolean needsMore() {
        boolean more = !waiting.isEmpty() && !coming && atWork < most;
        if (more) {
            coming = true;
            atWork++;
        }
        return more;
    }

    private void wake() {
        try {
            SHARED.execute(this::work);
        } catch (OutOfMemoryError e) {
            // The system gives no more threads; those that are at work do it all.
            synchronized (lock) {
                coming = false;
                left();
                if (atWork == 0) {
                    throw e;
                }
            }
        }
    }

    private void work() {
        synchronized (lock) {
            coming = false;
            busy.add(Thread.currentThread());
        }
        try {
            for (TaskExecution next = take(); next != null; next = take()) {
                next.run();
                // An operator may leave it behind; it is not meant for the next one.
                Thread.interrupted();
            }
        } finally {
            leave();
        }
    }

    /** The thread is not at work any more, if it still was. */
    private void leave() {
        synchronized (lock) {
            if (busy.remove(Thread.currentThread())) {
                // What interrupted it is not meant for another run, either.
                Thread.interrupted();
                left();
            }
        }
    }

    /** What to do next; without anything the thread is not at work any more. */
    private @Nullable TaskExecution take() {
        TaskExecution next;
        boolean more;
        synchronized (lock) {
            next = waiting.poll();
            if (next == null) {
                leave();
            }
            more = needsMore();
        }
        if (more) {
            wake();
        }
        return next;
    }

    private void left() {
        atWork--;
        if (atWork == 0) {
            lock.notifyAll();
        }
    }

    /** Threads for what a task does side by side; {@code failure} is told what that throws. */
    TaskThreads of(TaskRun task, Consumer<Throwable> failure) {
        TaskThreads known = ofTasks.get(task.id());
        TaskThreads threads = known == null
                ? ofTasks.computeIfAbsent(task.id(), id -> new TaskThreads(task.id(), task.classLoader(), failure))
                : known;
        if (stopped) {
            threads.interrupt();
        }
        return threads;
    }

    /** Waits until no thread is at work, or {@link #wakeCaller} has been called. */
    void await() throws InterruptedException {
        synchronized (lock) {
            while (atWork > 0 && !awaited) {
                lock.wait();
            }
        }
    }

    /** Has nobody wait for what is under way. */
    void wakeCaller() {
        synchronized (lock) {
            awaited = true;
            lock.notifyAll();
        }
    }

    /**
     * Interrupts all threads and waits until none is at work, for some seconds at the most; a thread that goes on is
     * interrupted again every second.
     *
     * @return whether all have ended
     */
    boolean stop() {
        stopped = true;
        boolean ended = false;
        for (int second = 0; second < STOP_SECONDS && !ended; second++) {
            synchronized (lock) {
                waiting.clear();
                busy.forEach(Thread::interrupt);
            }
            ofTasks.values().forEach(TaskThreads::interrupt);
            try {
                ended = isIdleWithinASecond() && tasksEnded();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return ended || (isIdle() && ofTasks.values().stream().allMatch(TaskThreads::haveEnded));
    }

    private boolean isIdle() {
        synchronized (lock) {
            return atWork == 0;
        }
    }

    private boolean isIdleWithinASecond() throws InterruptedException {
        synchronized (lock) {
            if (atWork > 0) {
                TimeUnit.SECONDS.timedWait(lock, 1);
            }
            return atWork == 0;
        }
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
