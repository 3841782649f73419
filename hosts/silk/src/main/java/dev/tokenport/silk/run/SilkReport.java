package dev.tokenport.silk.run;

import dev.tokenport.http.TimeSource;
import dev.tokenport.silk.entity.Sequences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.execution.ExecutionReport;
import org.silkframework.execution.SimpleExecutionReport;
import org.silkframework.execution.report.SampleEntities;
import org.silkframework.runtime.activity.ActivityContext;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Seq;

/**
 * What Silk shows of a task: facts, warnings, the error, how many entities, and samples of them. While the task is at work
 * it is shown once a second at the most. Thread-safe.
 */
final class SilkReport {

    private static final long PERIOD_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String DONE = "entities given";

    private final Task<TaskSpec> task;
    private final ActivityContext<ExecutionReport> context;
    private final TimeSource time;
    private final TaskNotes notes;
    private Seq<SampleEntities> samples = Sequences.of(List.of());
    private Optional<String> error = Optional.empty();
    private long count;
    private boolean done;
    private long shownAt;

    SilkReport(Task<TaskSpec> task, ActivityContext<ExecutionReport> context, TimeSource time, WorkflowRun run) {
        this.task = task;
        this.context = context;
        this.time = time;
        this.notes = new TaskNotes(run.redactor(), this::changed);
        this.shownAt = time.nanoTime();
    }

    /** What the task tells about itself. */
    TaskNotes notes() {
        return notes;
    }

    /** So many entities have been given so far; returns whether that has been shown. */
    boolean gave(long entities) {
        if (!isDue(entities)) {
            return false;
        }
        show();
        return true;
    }

    private synchronized boolean isDue(long entities) {
        count = entities;
        return time.nanoTime() - shownAt >= PERIOD_NANOS;
    }

    /** The task has ended well. */
    void done(long entities, Seq<SampleEntities> shown) {
        synchronized (this) {
            count = entities;
            samples = shown;
            done = true;
        }
        show();
    }

    /** The task has failed; the message is shown as it is. */
    void failed(String message) {
        synchronized (this) {
            error = Optional.of(message);
            done = true;
        }
        show();
    }

    /** What is said when the run has ended is shown at once; there is no other time. */
    private void changed() {
        if (isDone()) {
            show();
        }
    }

    private synchronized boolean isDone() {
        return done;
    }

    private void show() {
        context.value().update(now());
    }

    private synchronized ExecutionReport now() {
        shownAt = time.nanoTime();
        List<Tuple2<String, String>> summary = new ArrayList<>();
        notes.facts().forEach((name, value) -> summary.add(new Tuple2<>(name, value)));
        return new SimpleExecutionReport(
                task,
                Sequences.of(summary),
                Sequences.of(notes.warnings()),
                Option.apply(error.orElse(null)),
                done,
                (int) Math.min(count, Integer.MAX_VALUE),
                Option.empty(),
                DONE,
                samples);
    }
}
