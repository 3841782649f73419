package dev.tokenport.workflow.run;

import dev.tokenport.operator.RawValue;
import dev.tokenport.secret.SecretStore;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.ResolvedPlan;
import dev.tokenport.workflow.run.LocalRunner.Options;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.semantics.Dataflow;
import dev.tokenport.workflow.semantics.Failure;
import dev.tokenport.workflow.semantics.FlowTask;
import dev.tokenport.workflow.semantics.Handover;
import dev.tokenport.workflow.semantics.RunState;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * One run: the state that its tasks share. The state is asked and told under a lock; operators and listeners are never called
 * under it. Thread-safe.
 */
final class LocalRun implements TaskOwner {

    private final ResolvedPlan resolved;
    private final RunScope scope;
    private final Dataflow flow;
    private final Workers workers;
    private final Renewals renewals;
    private final List<TaskRun> tasks = new ArrayList<>();
    private final Object lock = new Object();
    private final RunState state;
    private volatile boolean ended;

    LocalRun(World world, ResolvedPlan resolved, SecretStore secrets, Options options, RunListener listener) {
        this.resolved = resolved;
        Plan plan = resolved.plan();
        Path folder = plan.workflow().folder();
        this.scope = new RunScope(world, secrets, folder, () -> ended, listener);
        this.renewals = new Renewals(scope, this::task);
        this.flow = Dataflow.of(FlowTask.of(plan), options.streaming());
        this.state = new RunState(flow);
        this.workers = new Workers(Math.max(1, Math.min(options.parallel(), flow.size())));
        for (int number = 0; number < flow.size(); number++) {
            tasks.add(new TaskRun(plan.tasks().get(number), number, new Taking(flow, number), scope));
        }
    }

    RunReport execute() {
        Instant started = scope.now();
        scope.spoolFolder().sweep(started);
        tasks.forEach(task -> scope.knownSecrets()
                .add(values(task), scope.parameters(task.planned().operator())));
        List<Integer> ready;
        synchronized (lock) {
            ready = state.readyAtStart();
        }
        workers.execute(executions(ready));
        boolean interrupted = false;
        try {
            workers.await();
        } catch (InterruptedException e) {
            interrupted = true;
            cancel();
        }
        if (workers.stop()) {
            release();
        }
        tasks.forEach(TaskRun::deleteKept);
        interrupted |= scope.endings().run();
        RunReport report = report(started);
        if (interrupted || workers.wereInterrupted()) {
            Thread.currentThread().interrupt();
        }
        return report;
    }

    private void cancel() {
        synchronized (lock) {
            state.cancel();
            ended = state.ended();
        }
    }

    /**
     * Frees what the task that failed, and those that were under way, still hold; their threads have ended. Consumers come
     * before their sources.
     */
    private void release() {
        for (int number = tasks.size() - 1; number >= 0; number--) {
            TaskRun task = tasks.get(number);
            if (task.hasStarted() && !isDone(number)) {
                task.abandon();
            }
        }
    }

    private boolean isDone(int number) {
        synchronized (lock) {
            return state.isDone(number);
        }
    }

    private RunReport report(Instant started) {
        Instant finished = scope.now();
        List<TaskRecord> records = new ArrayList<>();
        synchronized (lock) {
            for (TaskRun task : tasks) {
                if (task.hasStarted() && !task.hasFinished()) {
                    task.finish(finished);
                }
                records.add(task.record(state.status(task.number())));
            }
        }
        for (int i = 0; i < records.size(); i++) {
            TaskRecord record = records.get(i);
            if (tasks.get(i).claimAnnouncement()) {
                scope.announcer().tell(listener -> listener.finished(record));
            }
        }
        return RunReport.of(resolved.plan(), state.outcome(), started, finished, records);
    }

    private List<TaskExecution> executions(List<Integer> ready) {
        List<TaskExecution> executions = new ArrayList<>(ready.size());
        for (int number : ready) {
            executions.add(new TaskExecution(this, tasks.get(number), flow.pulls(number)));
        }
        return executions;
    }

    /** Whether a task may start; if so, it has. */
    boolean begin(TaskRun task) {
        synchronized (lock) {
            if (!state.begin(task.number())) {
                return false;
            }
            task.start(scope.now());
        }
        scope.announcer()
                .tell(listener ->
                        listener.started(task.id(), task.planned().task().label()));
        return true;
    }

    /** A task that is streamed can be pulled; this is the last thing its execution says. */
    void streamOpen(TaskRun task) {
        List<Integer> ready;
        synchronized (lock) {
            ready = state.streamOpen(task.number());
        }
        workers.executeNext(executions(ready));
    }

    /** Where it is streamed its consumer is still at work; else there is more to be done for it. */
    @Override
    public void streamEnded(TaskRun task) {
        if (flow.handover(task.number()) == Handover.STREAMED) {
            workers.execute(executions(done(task)));
        }
    }

    /** A task has done all it had to; this is the last thing its execution says. */
    void finish(TaskRun task) {
        workers.executeNext(executions(done(task)));
    }

    /** What may start, now that a task has done all it had to. */
    private List<Integer> done(TaskRun task) {
        List<Integer> ready;
        boolean finished;
        synchronized (lock) {
            ready = state.finish(task.number());
            task.finish(scope.now());
            finished = !state.ended();
        }
        if (finished && task.claimAnnouncement()) {
            TaskRecord record = task.record(TaskStatus.DONE);
            scope.announcer().tell(listener -> listener.finished(record));
        }
        return ready;
    }

    /** The first error ends the run. */
    @Override
    public UpstreamException raised(TaskRun task, Throwable error) {
        String message = scope.shown(Failure.message(task.planned(), error));
        boolean first;
        synchronized (lock) {
            first = state.fail(task.number());
            if (first) {
                task.fail(scope.now(), message);
                ended = true;
            }
        }
        if (first) {
            scope.announcer().tell(listener -> listener.failed(task.id(), error));
            if (task.claimAnnouncement()) {
                TaskRecord record = task.record(TaskStatus.FAILED);
                scope.announcer().tell(listener -> listener.finished(record));
            }
            workers.wakeCaller();
        }
        return new UpstreamException(task.id());
    }

    @Override
    public RunScope scope() {
        return scope;
    }

    Dataflow flow() {
        return flow;
    }

    Renewals renewals() {
        return renewals;
    }

    /** Threads for what a task does side by side; few tasks do. */
    Executor threads(TaskRun task) {
        return work -> workers.of(task, error -> raised(task, error)).execute(work);
    }

    TaskRun task(String id) {
        return tasks.get(flow.number(id));
    }

    Map<String, RawValue> values(TaskRun task) {
        return resolved.values(task.id());
    }
}
