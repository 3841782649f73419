package dev.tokenport.workflow.run;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.Cancellation;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.RunEnding;
import dev.tokenport.operator.TaskReport;
import dev.tokenport.operator.host.RedactingLogger;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The world as a task of a local run sees it. Thread-safe. */
final class TaskContext implements RunContext {

    private final RunScope scope;
    private final TaskRun task;
    private final DeliveredSecrets delivered;
    private final Executor threads;

    TaskContext(RunScope scope, TaskRun task, DeliveredSecrets delivered, Executor threads) {
        this.scope = scope;
        this.task = task;
        this.delivered = delivered;
        this.threads = threads;
    }

    @Override
    public String run() {
        return scope.shared().of(RunName.class, RunName::random).text();
    }

    @Override
    public String task() {
        return task.id();
    }

    @Override
    public TimeSource time() {
        return scope.time();
    }

    @Override
    public Transports transports() {
        return scope.world().transports();
    }

    @Override
    public SecretStore secrets() {
        return scope.secrets();
    }

    @Override
    public Redactor redactor() {
        return scope.world().redactor();
    }

    @Override
    public Cancellation cancellation() {
        return scope.cancellation();
    }

    @Override
    public System.Logger logger() {
        return new RedactingLogger(
                System.getLogger(task.planned().operator().getClass().getName()), redactor());
    }

    @Override
    public void progress(String message) {
        String shown = scope.shown(message);
        scope.announcer().tell(listener -> listener.progress(task.id(), shown));
    }

    @Override
    public TaskReport report() {
        return task.log();
    }

    @Override
    public Path projectFolder() {
        return scope.folder();
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> factory) {
        return scope.shared().of(type, factory);
    }

    @Override
    public void atEnd(RunEnding ending) {
        scope.endings().add(task.log(), ending);
    }

    @Override
    public Optional<Secret> renew(String parameter, Secret refused) throws OperatorException, InterruptedException {
        return delivered.renew(parameter, refused);
    }

    @Override
    public Secret current(String parameter, Secret held) throws OperatorException, InterruptedException {
        return delivered.current(parameter, held);
    }

    @Override
    public Executor executor() {
        return threads;
    }

    @Override
    public void reject(Optional<Entity> entity, String reason) throws OperatorException {
        task.rejects().add(entity, scope.shown(reason));
    }
}
