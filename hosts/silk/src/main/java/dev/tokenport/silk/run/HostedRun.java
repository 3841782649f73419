package dev.tokenport.silk.run;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.host.KnownSecrets;
import dev.tokenport.operator.host.TaskThreads;
import dev.tokenport.silk.entity.InputEntities;
import dev.tokenport.silk.entity.OutputEntities;
import dev.tokenport.silk.entity.OutputTable;
import dev.tokenport.silk.entity.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.silkframework.execution.local.LocalEntities;

/** One execution of a task, all that it gives included. For one thread. */
final class HostedRun implements AutoCloseable {

    private final Call call;
    private final Server.Configured configured;
    private final WorkflowRun run;
    private final SilkReport report;
    private final SilkProgress progress;
    private final Cancelling cancelling;
    private final TaskThreads threads;
    private final TaskWorld world;
    private final AtomicReference<@Nullable Throwable> raised = new AtomicReference<>();

    HostedRun(Call call, Server server, Server.Configured configured, WorkflowRun run, SilkReport report) {
        this.call = call;
        this.configured = configured;
        this.run = run;
        this.report = report;
        this.progress = new SilkProgress(call.activity(), call.label());
        String task = call.task().id().toString();
        this.threads = new TaskThreads(task, loader(), this::raised);
        this.cancelling = Cancelling.of(call.activity(), threads::interrupt);
        this.world = new TaskWorld(
                task,
                call.operator().getClass().getName(),
                server,
                configured,
                run,
                ProjectFiles.in(call.context().resources().basePath(), configured.settings()),
                report,
                progress,
                cancelling,
                threads);
    }

    private ClassLoader loader() {
        return call.operator().getClass().getClassLoader();
    }

    /** Work beside the task's own thread has failed in a way that the operator does not know. */
    private void raised(Throwable failure) {
        raised.compareAndSet(null, failure);
    }

    /** Executes the task, and gives the table of what it gave. */
    LocalEntities execute() throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        cancelling.enter();
        thread.setContextClassLoader(loader());
        try {
            LocalEntities table = execute(call.operator());
            Throwable failure = raised.get();
            if (failure != null) {
                throw failure;
            }
            return table;
        } finally {
            thread.setContextClassLoader(before);
            cancelling.leave();
        }
    }

    private <P extends Record> LocalEntities execute(Operator<P> operator)
            throws OperatorException, InterruptedException {
        ParameterList list = ParameterList.of(operator.parameters());
        Map<String, RawValue> values = new TaskValues(
                        configured.settings(), world.server().environment(), world.files(), list, report.notes())
                .of(call.values());
        world.server().tell(run.redactor(), configured.settings());
        new KnownSecrets(run.redactor()).add(values, list);
        Optional<Schema> schema = schema(operator.ports(list.known(values)));
        P parameters = ParameterList.bind(operator.parameters(), values);
        List<Entities> inputs =
                call.inputs().stream().<Entities>map(InputEntities::new).toList();
        try {
            Output output = operator.execute(parameters, new Inputs(inputs), new SilkContext(world));
            return taken(output, schema);
        } finally {
            for (Entities input : inputs) {
                input.close();
            }
        }
    }

    private static Optional<Schema> schema(Ports ports) {
        return ports.output()
                .filter(Ports.Port.Fixed.class::isInstance)
                .map(port -> ((Ports.Port.Fixed) port).schema());
    }

    private LocalEntities taken(Output output, Optional<Schema> schema) throws OperatorException, InterruptedException {
        var entities = new OutputEntities(configured.spools(), schema);
        run.keep(entities);
        boolean whole = false;
        try {
            if (output instanceof Output.Stream stream) {
                read(stream.entities(), entities);
            } else if (output instanceof Output.OnDemand onDemand) {
                read(onDemand.opener().open(), entities);
            }
            entities.seal();
            report.done(entities.count(), Samples.of(entities, run.redactor()));
            whole = true;
            return OutputTable.of(entities, call.task(), () -> run.forget(entities));
        } finally {
            if (!whole) {
                run.forget(entities);
            }
        }
    }

    private void read(Entities from, OutputEntities into) throws OperatorException, InterruptedException {
        var secrets = new KnownSecrets(run.redactor());
        try (from) {
            for (Entity entity = from.next(); entity != null; entity = from.next()) {
                cancelling.check();
                secrets.add(entity);
                into.add(entity);
                if (report.gave(into.count())) {
                    progress.show(into.count() + (into.count() == 1 ? " entity" : " entities"));
                }
            }
        }
    }

    /** Ends to listen, and what is still at work beside. */
    @Override
    public void close() {
        cancelling.close();
        threads.interrupt();
    }
}
