package dev.tokenport.web.run;

import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.view.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is. It keeps how everything stands, not what happened: whoever asks late, or seldom, gets what has changed
 * since, at once, and nobody who looks on can hold the run. Thread-safe.
 */
final class Progress implements RunListener {

    private final Object lock = new Object();
    private final List<TaskProgress> tasks = new ArrayList<>();
    private final Map<String, TaskProgress> byId = new HashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Phase phase = Phase.RUNNING;
    private String waiting = "";
    private long version = 1;

    Progress(Plan plan) {
        plan.tasks().forEach(planned -> {
            var task = new TaskProgress(tasks.size());
            tasks.add(task);
            byId.put(planned.task().id(), task);
        });
    }

    @Override
    public void started(String task, String label) {
        change(task, it -> it.started(version));
    }

    @Override
    public void progress(String task, String message) {
        change(task, it -> it.says(message, version));
    }

    @Override
    public void warned(String task, String message) {
        change(task, it -> it.warned(message, version));
    }

    @Override
    public void finished(TaskRecord task) {
        change(task.id(), it -> it.finished(task, version));
    }

    @Override
    public void waits(String message) {
        synchronized (lock) {
            waiting = message;
            changed();
        }
    }

    /** The run has come to another phase. */
    void enter(Phase next) {
        synchronized (lock) {
            if (!phase.isOver()) {
                phase = next;
                changed();
            }
            if (phase.isOver()) {
                over.countDown();
            }
        }
    }

    Phase phase() {
        synchronized (lock) {
            return phase;
        }
    }

    private void change(String id, Consumer<TaskProgress> change) {
        synchronized (lock) {
            changed();
            waiting = "";
            @Nullable TaskProgress task = byId.get(id);
            if (task != null) {
                change.accept(task);
            }
        }
    }

    // Called with the lock.
    private void changed() {
        version++;
        lock.notifyAll();
    }

    /** What has changed since a version; all, if that is none. */
    Changes since(long seen) {
        synchronized (lock) {
            List<TaskStand> changed = tasks.stream()
                    .filter(task -> task.isNewerThan(seen))
                    .map(TaskProgress::stand)
                    .toList();
            return new Changes(version, phase, summary(), waiting, changed);
        }
    }

    /** How each task stands. */
    List<TaskStand> stands() {
        return since(-1).tasks();
    }

    private String summary() {
        long running = count(TaskProgress.RUNNING);
        long planned = count(TaskProgress.PLANNED);
        long over = tasks.size() - running - planned;
        return Figures.number(over) + " of " + Figures.count(tasks.size(), "task", "tasks") + " ended, "
                + Figures.number(running) + " running";
    }

    private long count(String state) {
        return tasks.stream().filter(task -> task.state().equals(state)).count();
    }

    /** Waits until something has changed since a version, for a while at the most; it may be less. */
    void await(long seen, Duration patience) throws InterruptedException {
        synchronized (lock) {
            if (version <= seen) {
                TimeUnit.NANOSECONDS.timedWait(lock, patience.toNanos());
            }
        }
    }

    /** Waits until the run is over, for a while at the most. Returns whether it is. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
