package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Schema;
import dev.tokenport.workflow.semantics.Provenance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The output of a task as its consumer, or the runner, pulls it. What is raised while it is pulled is recorded as the task's
 * own error. At the end, or when it is closed, the task's inputs are closed and the task has ended. For one thread at a time.
 */
final class TaskStream implements Entities {

    private final TaskOwner run;
    private final TaskRun task;
    private final Pace pace;
    private Output output;
    private @Nullable Entities entities;
    private @Nullable OperatorException fault;
    private Optional<Schema> lastSchema = Optional.empty();
    private boolean ended;
    private volatile long count;

    TaskStream(TaskOwner run, TaskRun task, Output output) {
        this.run = run;
        this.task = task;
        this.output = output;
        this.pace = new Pace(run.scope().time());
    }

    /** How many entities it gave. */
    long count() {
        return count;
    }

    @Override
    public Optional<Schema> schema() {
        if (ended || fault != null) {
            return lastSchema;
        }
        try {
            return asOperator(() -> open().schema());
        } catch (OperatorException e) {
            // It cannot be told here, but will be when the first entity is asked for.
            fault = e;
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        if (fault != null) {
            throw fault;
        }
        if (ended) {
            return null;
        }
        run.scope().cancellation().check();
        Entity entity = pulled();
        if (entity == null) {
            end();
            return null;
        }
        taken();
        return Provenance.mark(entity, task.id());
    }

    private void taken() {
        long counted = count + 1;
        count = counted;
        if (pace.isTime()) {
            String given = counted == 1 ? "1 entity" : counted + " entities";
            long rejects = task.rejects().count();
            String message = rejects == 0 ? given : given + ", " + rejects + " rejected";
            run.scope().announcer().tell(listener -> listener.progress(task.id(), message));
        }
    }

    @Override
    public void close() throws OperatorException {
        if (run.scope().cancellation().requested()) {
            abandon();
        } else if (!ended && fault == null) {
            end();
        }
    }

    private void end() throws OperatorException {
        ended = true;
        try {
            asOperator(() -> {
                release();
                task.closeInputs();
                task.rejects().end();
                return lastSchema;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        run.streamEnded(task);
    }

    private void release() throws OperatorException {
        Entities open = output instanceof Output.Stream stream ? stream.entities() : entities;
        // The task is kept for the report; what it has read is not, buffers and all.
        output = Output.none();
        entities = null;
        if (open != null) {
            lastSchema = open.schema();
            open.close();
        }
    }

    /** Frees what is held after the run has been ended; what is raised now is of no interest any more. */
    void abandon() {
        if (!ended) {
            ended = true;
            try {
                asOperator(() -> {
                    release();
                    return lastSchema;
                });
            } catch (OperatorException | InterruptedException consequence) {
                // The run's error has been recorded already.
                return;
            }
        }
    }

    private Entities open() throws OperatorException, InterruptedException {
        Entities open = entities;
        if (open == null) {
            if (output instanceof Output.Stream stream) {
                open = stream.entities();
            } else if (output instanceof Output.OnDemand onDemand) {
                open = onDemand.opener().open();
            } else {
                open = Entities.of(Schema.of(""), List.of());
            }
            entities = open;
        }
        return open;
    }

    /** A piece of the operator's code. */
    private interface Piece<T extends @Nullable Object> {
        T run() throws OperatorException, InterruptedException;
    }

    private <T extends @Nullable Object> T asOperator(Piece<T> piece) throws OperatorException, InterruptedException {
        Thread thread = Thread.currentThread();
        ClassLoader before = enter(thread);
        try {
            return piece.run();
        } catch (Throwable e) {
            throw raised(e);
        } finally {
            leave(thread, before);
        }
    }

    /** The same for the next entity, of which there may be millions: without the layers of a piece. */
    private @Nullable Entity pulled() throws OperatorException, InterruptedException {
        Thread thread = Thread.currentThread();
        ClassLoader before = enter(thread);
        try {
            return open().next();
        } catch (Throwable e) {
            throw raised(e);
        } finally {
            leave(thread, before);
        }
    }

    private @Nullable ClassLoader enter(Thread thread) {
        ClassLoader before = thread.getContextClassLoader();
        if (!task.classLoader().equals(before)) {
            thread.setContextClassLoader(task.classLoader());
        }
        return before;
    }

    private void leave(Thread thread, @Nullable ClassLoader before) {
        if (!task.classLoader().equals(before)) {
            thread.setContextClassLoader(before);
        }
    }

    private OperatorException raised(Throwable e) throws InterruptedException {
        if (e instanceof UpstreamException upstream) {
            return upstream;
        }
        if (e instanceof InterruptedException interruption
                && run.scope().cancellation().requested()) {
            throw interruption;
        }
        return run.raised(task, e);
    }
}
