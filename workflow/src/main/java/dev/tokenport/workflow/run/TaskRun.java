package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.workflow.PlannedTask;
import dev.tokenport.workflow.run.spool.Spool;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One task of a run: what it holds, and what has happened to it. One thread works on a task at a time; what it leaves is
 * visible to the next one, as the run's state is asked in between.
 */
final class TaskRun {

    private final PlannedTask planned;
    private final int number;
    private final TaskLog log;
    private final AtomicInteger takers;
    private final AtomicInteger renewals = new AtomicInteger();
    private final Rejects rejects = new Rejects();
    private final AtomicBoolean announced = new AtomicBoolean();

    private volatile @Nullable Instant started;
    private volatile @Nullable Instant finished;
    private volatile @Nullable String error;
    private volatile @Nullable BoundTask<?> bound;
    private volatile @Nullable TaskStream stream;
    private volatile @Nullable Spool spool;
    private volatile @Nullable Entity first;
    private final List<Entities> inputs = new ArrayList<>();

    TaskRun(PlannedTask planned, int number, int takers, RunScope scope) {
        this.planned = planned;
        this.number = number;
        this.takers = new AtomicInteger(takers);
        this.log = new TaskLog(planned.task().id(), scope);
    }

    PlannedTask planned() {
        return planned;
    }

    String id() {
        return planned.task().id();
    }

    int number() {
        return number;
    }

    TaskLog log() {
        return log;
    }

    Rejects rejects() {
        return rejects;
    }

    ClassLoader classLoader() {
        return planned.operator().getClass().getClassLoader();
    }

    void start(Instant now) {
        started = now;
    }

    void finish(Instant now) {
        finished = now;
    }

    void fail(Instant now, String message) {
        finished = now;
        error = message;
    }

    void renewed() {
        renewals.incrementAndGet();
    }

    Optional<BoundTask<?>> bound() {
        return Optional.ofNullable(bound);
    }

    void bind(BoundTask<?> task) {
        bound = task;
    }

    Optional<TaskStream> stream() {
        return Optional.ofNullable(stream);
    }

    void stream(TaskStream opened) {
        stream = opened;
    }

    /** What the config ports get, from now on. */
    void share(@Nullable Entity entity) {
        first = entity;
    }

    Optional<Entity> first() {
        return Optional.ofNullable(first);
    }

    Optional<Spool> spool() {
        return Optional.ofNullable(spool);
    }

    void spool(Spool kept) {
        spool = kept;
    }

    /** One taker has what it needs; after the last one what was kept is deleted. */
    void taken() {
        if (takers.decrementAndGet() == 0) {
            deleteSpool();
        }
    }

    void deleteSpool() {
        Spool kept = spool;
        if (kept != null) {
            try {
                kept.close();
            } catch (IOException unimportant) {
                // What cannot be deleted now is tried again at the end of the run, and swept by a later one.
                return;
            }
        }
    }

    List<Entities> inputs() {
        return inputs;
    }

    /** Frees what it still holds after the run has been ended. */
    void abandon() {
        stream().ifPresent(TaskStream::abandon);
        for (Entities input : inputs) {
            if (input instanceof SpooledInput spooled) {
                spooled.abandon();
            }
        }
    }

    /** Closes all inputs; throws what was thrown first. */
    void closeInputs() throws OperatorException {
        List<Entities> open = List.copyOf(inputs);
        inputs.clear();
        OperatorException fault = null;
        for (Entities input : open) {
            try {
                input.close();
            } catch (OperatorException e) {
                fault = fault == null ? e : fault;
            }
        }
        if (fault != null) {
            throw fault;
        }
    }

    /** What is known about it now, with this status. */
    TaskRecord record(TaskStatus status) {
        return new TaskRecord(
                id(),
                planned.task().label(),
                planned.operator().description().id(),
                status,
                Optional.ofNullable(started),
                Optional.ofNullable(finished),
                stream().map(TaskStream::count).orElse(0L),
                renewals.get(),
                log.facts(),
                log.warnings(),
                Optional.ofNullable(error));
    }

    /** Whether it is still to be told that nothing more will happen to it; true once. */
    boolean claimAnnouncement() {
        return announced.compareAndSet(false, true);
    }

    boolean hasStarted() {
        return started != null;
    }

    boolean hasFinished() {
        return finished != null;
    }
}
