package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretStore;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.semantics.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A process's part of a run whose tasks are executed in several processes, by an engine that decides which and when. What
 * tasks of a run share they share here: each process has its own tokens. It knows the secrets of this run only, which the
 * redactor of the process knows until the run has ended. Thread-safe.
 */
public final class RunSite {

    private final Redactor redactor;
    private final RunScope scope;
    private final Map<String, TaskRun> executed = new ConcurrentHashMap<>();

    /**
     * A part of a run in which nothing has been executed.
     *
     * @param run the identity of the run, the same in all processes
     * @param workflow the workflow's name
     * @param folder where relative paths start
     */
    public RunSite(World world, String run, String workflow, Path folder) {
        this.redactor = world.redactor().part();
        var own = new World(world.time(), world.transports(), world.sources(), redactor, world.scratch());
        SecretStore secrets = own.sources().toldTo(redactor).store(folder, workflow);
        this.scope = new RunScope(own, secrets, folder, () -> false, RunListener.none());
        scope.shared().of(RunName.class, () -> new RunName(run));
    }

    /**
     * Executes a task in the calling thread. Interrupting it ends the task if its host says that it is cancelled.
     *
     * @return what became of it; a failed or cancelled task is no exception
     * @throws IOException if an input cannot be opened, or an output not be kept: the task is as good as not executed
     */
    public TaskOutcome execute(TaskOrder order, TaskHost host) throws IOException {
        var attempt = new SiteTask(order, host, scope);
        TaskOutcome outcome = attempt.execute();
        executed.put(order.task().id(), attempt.task());
        return outcome;
    }

    /**
     * What a task gives in the place of a secret that was refused.
     *
     * @param order the task as it was executed, maybe in another process
     * @param before what it has given
     * @throws OperatorException if there is no successor
     */
    public Given renew(TaskOrder order, Entity before, Secret refused, TaskHost host)
            throws OperatorException, InterruptedException {
        redactor.add(refused.reveal());
        TaskRun source = source(order, host);
        return given(source, before, source.renew(refused));
    }

    /**
     * What a task gives in the place of a secret that is about to expire.
     *
     * @param order the task as it was executed, maybe in another process
     * @param before what it has given
     * @throws OperatorException if it has expired and there is no successor
     */
    public Given successor(TaskOrder order, Entity before, Secret held, TaskHost host)
            throws OperatorException, InterruptedException {
        redactor.add(held.reveal());
        boolean here = executed.containsKey(order.task().id());
        TaskRun source = source(order, host);
        // A task that has given nothing here cannot tell how good a secret is that it gave elsewhere.
        return given(source, before, here ? source.successor(held) : source.renew(held));
    }

    private TaskRun source(TaskOrder order, TaskHost host) throws OperatorException, InterruptedException {
        TaskRun known = executed.get(order.task().id());
        if (known != null) {
            return known;
        }
        var attempt = new SiteTask(order, host, scope);
        attempt.bind();
        executed.put(order.task().id(), attempt.task());
        return attempt.task();
    }

    private Given given(TaskRun source, Entity before, Optional<Entity> now) throws OperatorException {
        Entity entity = now.map(fresh -> Provenance.mark(fresh, source.id())).orElse(before);
        scope.knownSecrets().add(entity);
        return new Given(Optional.of(entity), source.renews(), source.goodUntil());
    }

    /** A text about this run as it may leave it: redacted first, then on one line. */
    public String shown(String text) {
        return scope.shown(text);
    }

    /** Whether something is to be done here at the end of the run. */
    public boolean leavesSomething() {
        return scope.endings().isAny();
    }

    /**
     * Does what is to be done at the end of the run, and forgets its secrets; no task of it may be at work.
     *
     * @return what the tasks that were executed here have told about themselves, by their ids
     */
    public Map<String, TaskNotes> end() {
        if (scope.endings().run()) {
            Thread.currentThread().interrupt();
        }
        redactor.end();
        Map<String, TaskNotes> notes = new LinkedHashMap<>();
        executed.forEach((id, task) ->
                notes.put(id, new TaskNotes(task.log().facts(), task.log().warnings())));
        return notes;
    }
}
