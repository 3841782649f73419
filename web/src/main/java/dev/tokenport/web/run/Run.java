package dev.tokenport.web.run;

import dev.tokenport.web.folder.WorkflowText;
import dev.tokenport.web.history.PastRun;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.run.RunReport;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run that was started from a page. It goes on whoever looks on. Thread-safe. */
final class Run {

    private final String id;
    private final WorkflowText text;
    private final Plan plan;
    private final Instant started;
    private final Progress progress;

    private final Object lock = new Object();
    private @Nullable Thread thread;
    private volatile @Nullable End end;

    /**
     * What became of it.
     *
     * @param summary what became of it, in short
     * @param report the report, if anything has run
     * @param keeping why its history could not be kept; empty if it was
     */
    record End(PastRun summary, Optional<RunReport> report, String keeping) {}

    Run(String id, WorkflowText text, Plan plan, Instant started) {
        this.id = id;
        this.text = text;
        this.plan = plan;
        this.started = started;
        this.progress = new Progress(plan);
    }

    String id() {
        return id;
    }

    WorkflowText text() {
        return text;
    }

    Plan plan() {
        return plan;
    }

    Instant started() {
        return started;
    }

    Progress progress() {
        return progress;
    }

    /** What became of it; empty while it goes on. */
    Optional<End> end() {
        return Optional.ofNullable(end);
    }

    /** From now on {@link #cancel} interrupts the calling thread, at once if it was called before. */
    void begin() {
        synchronized (lock) {
            thread = Thread.currentThread();
            if (progress.phase() == Phase.CANCELLING) {
                thread.interrupt();
            }
        }
    }

    /** From now on nothing interrupts the thread: what is to be kept can be written. */
    void leave() {
        synchronized (lock) {
            thread = null;
            // The flag was meant for the run, which has ended.
            var unused = Thread.interrupted();
        }
    }

    /** Has it end soon; it goes on to be there until it has. */
    void cancel() {
        synchronized (lock) {
            progress.enter(Phase.CANCELLING);
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** It is over. */
    void end(End what) {
        end = what;
        progress.enter(Phase.of(what.summary().outcome()));
    }
}
