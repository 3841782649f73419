package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.PlannedTask;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One task of a run: what it holds, and what has happened to it. One thread works on a task at a time; what it leaves is
 * visible to the next one, as the run's state is asked in between.
 */
final class TaskRun implements SecretSource {

    private final PlannedTask planned;
    private final int number;
    private final Taking taking;
    private final TaskLog log;
    private final KeptOutput output;
    private final Rejects rejects;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicInteger renewals = new AtomicInteger();
    private final AtomicBoolean announced = new AtomicBoolean();

    private volatile @Nullable Instant started;
    private volatile @Nullable Instant finished;
    private volatile @Nullable String error;
    private volatile @Nullable BoundTask<?> bound;
    private volatile @Nullable TaskStream stream;
    private volatile @Nullable Entity first;
    private final List<TaskInput> inputs = new ArrayList<>();

    TaskRun(PlannedTask planned, int number, Taking taking, RunScope scope) {
        this.planned = planned;
        this.number = number;
        this.taking = taking;
        this.output = new KeptOutput(id(), taking.takers());
        this.rejects = new Rejects(
                scope.spoolFolder(),
                new KeptOutput(OutputPort.REJECTS.name(id()), taking.rejectTakers()),
                taking.rejectConnections());
        this.log = new TaskLog(id(), scope);
    }

    PlannedTask planned() {
        return planned;
    }

    @Override
    public String id() {
        return planned.task().id();
    }

    int number() {
        return number;
    }

    /** Who takes what it gives. */
    Taking taking() {
        return taking;
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

    @Override
    public void renewed() {
        renewals.incrementAndGet();
    }

    @Override
    public boolean renews() {
        BoundTask<?> executed = bound;
        return executed != null && executed.renews();
    }

    @Override
    public Optional<Entity> renew(Secret refused) throws OperatorException, InterruptedException {
        BoundTask<?> executed = bound;
        return executed == null ? Optional.empty() : executed.renew(refused);
    }

    @Override
    public Optional<Entity> successor(Secret held) throws OperatorException, InterruptedException {
        BoundTask<?> executed = bound;
        return executed == null ? Optional.empty() : executed.successor(held);
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

    /** Until when the secrets that it gave last are good, empty if that is not known. */
    Optional<Instant> goodUntil() throws OperatorException {
        BoundTask<?> executed = bound;
        return executed == null ? Optional.empty() : executed.goodUntil();
    }

    @Override
    public void share(@Nullable Entity entity) {
        first = entity;
    }

    @Override
    public Optional<Entity> first() {
        return Optional.ofNullable(first);
    }

    /** What a config port gets. */
    Optional<Entity> first(Connection.Config connection) {
        return connection.output() == OutputPort.MAIN ? first() : rejects.kept().first();
    }

    /** What is kept for those who take its output; each says when it has what it needs. */
    KeptOutput output() {
        return output;
    }

    /** The output that a connection comes from. */
    KeptOutput output(Connection connection) {
        return connection.output() == OutputPort.MAIN ? output : rejects.kept();
    }

    void deleteKept() {
        output.delete();
        rejects.delete();
    }

    List<TaskInput> inputs() {
        return inputs;
    }

    /** It has taken an entity from one of its inputs. */
    void took() {
        taken.incrementAndGet();
    }

    /** Frees what it still holds after the run has been ended. */
    void abandon() {
        stream().ifPresent(TaskStream::abandon);
        inputs.forEach(TaskInput::abandon);
    }

    /** Closes all inputs; throws what was thrown first. */
    void closeInputs() throws OperatorException {
        List<TaskInput> open = List.copyOf(inputs);
        inputs.clear();
        OperatorException fault = null;
        for (TaskInput input : open) {
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
                taken.get(),
                stream().map(TaskStream::count).orElse(0L),
                rejects.count(),
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
