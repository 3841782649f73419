package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.run.spool.Spool;
import dev.tokenport.workflow.semantics.Delivery;
import dev.tokenport.workflow.semantics.Handover;
import dev.tokenport.workflow.semantics.Provenance;
import dev.tokenport.workflow.semantics.Reconfiguration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one execution of a task: reconfigure, execute, hand over. Those that have a stream to pull come first, so that few
 * streams are open at a time; otherwise the order is the plan's. For one thread.
 */
final class TaskExecution implements Runnable, Comparable<TaskExecution> {

    private final LocalRun run;
    private final TaskRun task;
    private final boolean pulls;

    TaskExecution(LocalRun run, TaskRun task, boolean pulls) {
        this.run = run;
        this.task = task;
        this.pulls = pulls;
    }

    @Override
    public int compareTo(TaskExecution other) {
        return pulls == other.pulls ? Integer.compare(task.number(), other.task.number()) : pulls ? -1 : 1;
    }

    @Override
    public void run() {
        if (!run.begin(task)) {
            return;
        }
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setName("tokenport-" + task.id());
        thread.setContextClassLoader(task.classLoader());
        try {
            execute();
        } catch (UpstreamException recorded) {
            // The source that failed has been recorded; this task is skipped with all that depends on it.
            return;
        } catch (Throwable e) {
            run.raised(task, e);
        } finally {
            thread.setContextClassLoader(loader);
            thread.setName(name);
        }
    }

    private void execute() throws OperatorException, InterruptedException {
        Reconfiguration parameters = reconfigure();
        DeliveredSecrets delivered = new DeliveredSecrets(run.renewals(), parameters.renewable());
        BoundTask<?> bound = BoundTask.of(
                task.planned().operator(),
                parameters.values(),
                new TaskContext(run.scope(), task, delivered, run.threads(task)));
        task.bind(bound);
        openInputs();
        Output output = bound.execute(new Inputs(List.copyOf(task.inputs())));
        if (!(output instanceof Output.Stream)) {
            task.closeInputs();
        }
        TaskStream stream = new TaskStream(run, task, output);
        task.stream(stream);
        handOver(output, stream);
    }

    private Reconfiguration reconfigure() {
        List<Delivery> deliveries = new ArrayList<>();
        for (Connection.Config connection : task.planned().task().config()) {
            TaskRun source = run.task(connection.from());
            deliveries.add(new Delivery(connection, source.first(connection)));
            source.output(connection).taken();
        }
        ParameterList list = run.scope().parameters(task.planned().operator());
        Reconfiguration parameters = Reconfiguration.of(run.values(task), list, deliveries);
        parameters.warnings().forEach(task.log()::warning);
        if (!parameters.delivered().isEmpty()) {
            run.scope().knownSecrets().add(parameters.values(), list);
        }
        return parameters;
    }

    private void openInputs() throws OperatorException {
        if (run.flow().takesEntities(task.number())) {
            for (Connection.Data connection : task.planned().task().inputs()) {
                task.inputs().add(open(connection));
            }
        }
    }

    private TaskInput open(Connection connection) throws OperatorException {
        TaskRun source = run.task(connection.from());
        boolean streamed =
                connection.output() == OutputPort.MAIN && run.flow().handover(source.number()) == Handover.STREAMED;
        return streamed
                ? new TaskInput(source.stream().orElseThrow(), task, () -> {})
                : source.output(connection).open(task);
    }

    private void handOver(Output output, TaskStream stream) throws OperatorException, InterruptedException {
        Handover handover = run.flow().handover(task.number());
        if (handover == Handover.STREAMED) {
            run.streamOpen(task);
            return;
        }
        if (handover == Handover.SPOOLED) {
            spool(stream);
        } else if (handover == Handover.SHARED) {
            task.share(revealed(stream));
        } else if (output instanceof Output.Stream) {
            drain(stream);
        }
        stream.close();
        run.finish(task);
    }

    private @Nullable Entity revealed(TaskStream stream) throws OperatorException, InterruptedException {
        Entity entity = stream.next();
        if (entity != null) {
            run.scope().knownSecrets().add(entity);
        }
        return entity;
    }

    private static void drain(TaskStream stream) throws OperatorException, InterruptedException {
        Entity entity = stream.next();
        while (entity != null) {
            entity = stream.next();
        }
    }

    private void spool(TaskStream stream) throws OperatorException, InterruptedException {
        Spool spool = new Spool(run.scope().spoolFolder(), stream.schema());
        task.output().keep(spool);
        try {
            for (Entity entity = stream.next(); entity != null; entity = stream.next()) {
                refuseSecrets(entity);
                spool.add(entity);
            }
            spool.seal();
        } catch (IOException e) {
            throw new OperatorException(
                    "its entities cannot be spooled in '" + run.scope().spoolFolder() + "': " + e.getMessage(), e);
        }
        task.share(spool.first().orElse(null));
    }

    private void refuseSecrets(Entity entity) throws OperatorException {
        String secret = Provenance.secretPath(entity).orElse("");
        if (!secret.isEmpty()) {
            throw new OperatorException("its secret '" + secret + "' would have to be stored for "
                    + run.flow().connectionsFrom(task.number()) + "; hand it over under 'config' only");
        }
    }
}
