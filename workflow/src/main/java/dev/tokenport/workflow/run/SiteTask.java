package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.host.TaskThreads;
import dev.tokenport.operator.spool.EntitySink;
import dev.tokenport.operator.spool.SpoolException;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.ParameterResolution;
import dev.tokenport.workflow.PlannedTask;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.semantics.Delivery;
import dev.tokenport.workflow.semantics.Failure;
import dev.tokenport.workflow.semantics.Handover;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a task that is executed by itself, in the thread that makes it. What the task raises first ends it. Its
 * threads may be any; otherwise for one thread.
 */
final class SiteTask implements TaskOwner {

    private static final Ports UNKNOWN =
            new Ports(new Ports.InputPorts.Between(0, Integer.MAX_VALUE), Optional.of(new Ports.Port.Unknown()));
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final TaskOrder order;
    private final TaskHost host;
    private final RunScope scope;
    private final TaskRun task;
    private final TaskWork work;
    private final TaskThreads threads;
    private final Thread thread = Thread.currentThread();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Exception unkept;
    private volatile boolean failed;

    SiteTask(TaskOrder order, TaskHost host, RunScope run) {
        this.order = order;
        this.host = host;
        this.scope = run.part(() -> failed || host.isCancelled(), host.listener());
        boolean taken = order.handover() != Handover.DRAINED;
        this.task = new TaskRun(
                new PlannedTask(order.task(), order.operator(), UNKNOWN),
                0,
                new Taking(taken ? 1 : 0, order.rejectsTaken() ? 1 : 0, order::connections, order::rejectConnections),
                scope);
        this.work = new TaskWork(this, task);
        this.threads = new TaskThreads(task.id(), task.classLoader(), error -> raised(task, error));
    }

    TaskRun task() {
        return task;
    }

    @Override
    public RunScope scope() {
        return scope;
    }

    @Override
    public UpstreamException raised(TaskRun by, Throwable error) {
        if (!host.isCancelled() && ended.compareAndSet(false, true)) {
            failed = true;
            if (error instanceof SpoolException lost) {
                unkept = lost;
            } else {
                task.fail(scope.now(), scope.shown(Failure.message(task.planned(), error)));
                scope.announcer().tell(listener -> listener.failed(task.id(), error));
            }
            if (Thread.currentThread() != thread) {
                thread.interrupt();
            }
        }
        return new UpstreamException(task.id());
    }

    @Override
    public void streamEnded(TaskRun of) {
        // Whoever reads it to its end goes on with what comes next.
    }

    /** Binds the task. */
    BoundTask<?> bind() throws OperatorException, InterruptedException {
        Map<String, SecretSource> sources = new LinkedHashMap<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (Connection.Config connection : order.task().config()) {
            Given given = order.given().getOrDefault(connection.source(), Given.of(Optional.empty()));
            Optional<Entity> first = given.entity();
            if (connection.output() == OutputPort.MAIN) {
                var source = new RemoteSource(connection.from(), given, host, scope.time());
                source.refresh();
                sources.put(connection.from(), source);
                first = source.first();
            }
            first.ifPresent(scope.knownSecrets()::add);
            deliveries.add(new Delivery(connection, first));
        }
        Map<String, RawValue> values = values();
        scope.knownSecrets().add(values, scope.parameters(order.operator()));
        return work.bind(
                values, deliveries, new Renewals(scope, id -> Objects.requireNonNull(sources.get(id))), threads);
    }

    private Map<String, RawValue> values() throws OperatorException {
        try {
            return ParameterResolution.resolve(order.task(), order.operator(), order.file(), scope.secrets());
        } catch (WorkflowException e) {
            String prefix = "task '" + task.id() + "': ";
            String message = e.problems().get(0).message();
            throw new OperatorException(message.startsWith(prefix) ? message.substring(prefix.length()) : message, e);
        }
    }

    /**
     * Executes the task.
     *
     * @throws IOException if an input cannot be opened, or an output not be kept; the task has nothing to do with it
     */
    TaskOutcome execute() throws IOException {
        task.start(scope.now());
        try {
            work.inThread(this::doAll);
            ended.set(true);
        } catch (UpstreamException recorded) {
            // It is this task's own error.
            failed = true;
        } catch (IOException e) {
            // What was interrupted because the run ends is not lost.
            if (!host.isCancelled()) {
                unkept = e;
                failed = true;
            }
        } catch (Throwable e) {
            raised(task, e);
        }
        boolean done = !failed && !host.isCancelled() && task.stream().isPresent();
        leave(done);
        Exception lost = unkept;
        if (lost != null) {
            throw lost instanceof IOException fault ? fault : new IOException(lost.getMessage(), lost);
        }
        return outcome(done);
    }

    private void doAll() throws OperatorException, InterruptedException, IOException {
        BoundTask<?> bound = bind();
        if (order.takesEntities()) {
            for (Connection.Data connection : order.task().inputs()) {
                task.inputs().add(new TaskInput(host.open(connection), task, () -> {}));
            }
        }
        Output output = work.execute(bound);
        TaskStream stream = task.stream().orElseThrow();
        if (order.handover() == Handover.SPOOLED) {
            var sink = new FirstKept(host.sink(OutputPort.MAIN, stream.schema()));
            work.keep(stream, sink);
            task.share(sink.first());
        } else if (order.handover() == Handover.SHARED) {
            task.share(work.revealed(stream));
        } else if (output instanceof Output.Stream) {
            work.drain(stream);
        }
        stream.close();
        if (order.rejectsTaken()) {
            keepRejects();
        }
    }

    /** They came from any thread while the output was read, so they are handed on when that has ended. */
    private void keepRejects() throws OperatorException, InterruptedException, IOException {
        task.rejects().end();
        EntitySink sink = host.sink(OutputPort.REJECTS, Optional.empty());
        work.fill(sink, () -> {
            try (Entities rejects = task.rejects().kept().read()) {
                for (Entity entity = rejects.next(); entity != null; entity = rejects.next()) {
                    sink.add(entity);
                }
            }
        });
    }

    private void leave(boolean done) {
        if (!done) {
            threads.interrupt();
            await();
            task.abandon();
        }
        task.deleteKept();
        if (!task.hasFinished()) {
            task.finish(scope.now());
        }
        // What interrupted the task is not meant for what the thread does next.
        Thread.interrupted();
    }

    private void await() {
        try {
            // The flag is that of the cancellation, which is under way.
            Thread.interrupted();
            threads.await(PATIENCE_NANOS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TaskOutcome outcome(boolean done) {
        TaskStatus status = done ? TaskStatus.DONE : failed ? TaskStatus.FAILED : TaskStatus.CANCELLED;
        Given given = new Given(task.first(), task.renews(), done ? goodUntil() : Optional.empty());
        return new TaskOutcome(task.record(status), given, task.rejects().kept().first());
    }

    private Optional<Instant> goodUntil() {
        try {
            return task.goodUntil();
        } catch (OperatorException e) {
            // Then it is good until somebody finds out that it is not.
            return Optional.empty();
        }
    }
}
