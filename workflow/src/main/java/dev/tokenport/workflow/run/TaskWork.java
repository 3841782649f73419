package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.spool.EntitySink;
import dev.tokenport.workflow.semantics.Delivery;
import dev.tokenport.workflow.semantics.Provenance;
import dev.tokenport.workflow.semantics.Reconfiguration;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What is done for one task, whoever says when: reconfigure, bind, execute, keep what it gives. For one thread. */
final class TaskWork {

    private final TaskOwner run;
    private final TaskRun task;

    TaskWork(TaskOwner run, TaskRun task) {
        this.run = run;
        this.task = task;
    }

    /** A piece of a task's work. */
    @FunctionalInterface
    interface Piece {
        void run() throws OperatorException, InterruptedException, IOException;
    }

    /** Does a piece of the work in a thread that bears the task's name meanwhile. */
    void inThread(Piece piece) throws OperatorException, InterruptedException, IOException {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setName("tokenport-" + task.id());
        thread.setContextClassLoader(task.classLoader());
        try {
            piece.run();
        } finally {
            thread.setContextClassLoader(loader);
            thread.setName(name);
        }
    }

    /**
     * Replaces parameters, and binds them.
     *
     * @param values the values before
     * @param deliveries what the config connections deliver, in the order of the list
     * @param renewals who renews what was delivered
     * @param threads what the task does side by side is done by these
     */
    BoundTask<?> bind(Map<String, RawValue> values, List<Delivery> deliveries, Renewals renewals, Executor threads)
            throws OperatorException {
        ParameterList list = run.scope().parameters(task.planned().operator());
        Reconfiguration parameters = Reconfiguration.of(values, list, deliveries);
        parameters.warnings().forEach(task.log()::warning);
        if (!parameters.delivered().isEmpty()) {
            run.scope().knownSecrets().add(parameters.values(), list);
        }
        DeliveredSecrets delivered = new DeliveredSecrets(renewals, parameters.renewable());
        BoundTask<?> bound = BoundTask.of(
                task.planned().operator(), parameters.values(), new TaskContext(run.scope(), task, delivered, threads));
        task.bind(bound);
        return bound;
    }

    /** Executes the task with the inputs that it has. */
    Output execute(BoundTask<?> bound) throws OperatorException, InterruptedException {
        Output output = bound.execute(new Inputs(List.copyOf(task.inputs())));
        if (!(output instanceof Output.Stream)) {
            task.closeInputs();
        }
        task.stream(new TaskStream(run, task, output));
        return output;
    }

    /** The first entity, for config ports. */
    @Nullable
    Entity revealed(TaskStream stream) throws OperatorException, InterruptedException {
        Entity entity = stream.next();
        if (entity != null) {
            run.scope().knownSecrets().add(entity);
        }
        return entity;
    }

    /** Reads it to its end, which is part of the task's work. */
    void drain(TaskStream stream) throws OperatorException, InterruptedException {
        Entity entity = stream.next();
        while (entity != null) {
            entity = stream.next();
        }
    }

    /** Keeps all entities; no secret is among them. */
    void keep(TaskStream stream, EntitySink sink) throws OperatorException, InterruptedException, IOException {
        fill(sink, () -> {
            for (Entity entity = stream.next(); entity != null; entity = stream.next()) {
                refuseSecrets(entity);
                sink.add(entity);
            }
        });
    }

    /** Seals what a piece of work puts into it; what is not whole is given up. */
    void fill(EntitySink sink, Piece piece) throws OperatorException, InterruptedException, IOException {
        boolean sealed = false;
        try {
            piece.run();
            sink.seal();
            sealed = true;
        } finally {
            if (!sealed) {
                sink.abandon();
            }
        }
    }

    private void refuseSecrets(Entity entity) throws OperatorException {
        Optional<String> secret = Provenance.secretPath(entity);
        if (secret.isPresent()) {
            throw new OperatorException("its secret '" + secret.get() + "' would have to be stored for "
                    + task.taking().connections().words() + "; hand it over under 'config' only");
        }
    }
}
