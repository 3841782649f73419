package dev.tokenport.temporal;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.spool.EntitySink;
import dev.tokenport.secret.Secret;
import dev.tokenport.temporal.message.Renewal;
import dev.tokenport.temporal.message.Renewal.Reason;
import dev.tokenport.temporal.message.SentSettings;
import dev.tokenport.temporal.message.TaskCall;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.run.Given;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.TaskHost;
import dev.tokenport.workflow.store.EntityStore;
import dev.tokenport.workflow.store.StoreKey;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a worker does for a task that it executes. Thread-safe. */
final class WorkerHost implements TaskHost {

    private final WorkflowClient client;
    private final ActivityInfo info;
    private final TaskCall call;
    private final Optional<EntityStore> store;
    private final Optional<Heartbeat> heartbeat;

    /** For a task that is executed, or without a heartbeat for one that only renews what it gave. */
    WorkerHost(
            WorkflowClient client,
            ActivityInfo info,
            TaskCall call,
            Optional<EntityStore> store,
            Optional<Heartbeat> heartbeat) {
        this.client = client;
        this.info = info;
        this.call = call;
        this.store = store;
        this.heartbeat = heartbeat;
    }

    @Override
    public RunListener listener() {
        return new RunListener() {
            @Override
            public void progress(String task, String message) {
                heartbeat.ifPresent(beating -> beating.say(message));
            }
        };
    }

    @Override
    public boolean isCancelled() {
        return heartbeat.filter(Heartbeat::isOver).isPresent();
    }

    @Override
    public Entities open(Connection.Data connection) throws IOException {
        StoreKey key = call.inputs().get(connection.source());
        if (key == null) {
            throw new IOException("nothing is known to be stored of '" + connection.source() + "'");
        }
        return store().read(key);
    }

    @Override
    public EntitySink sink(OutputPort output, Optional<Schema> schema) throws IOException {
        return store().write(new StoreKey(call.run(), call.task().id(), info.getAttempt(), output), schema);
    }

    private EntityStore store() throws IOException {
        return store.orElseThrow(() -> new IOException("the worker has no store; start it with --store"));
    }

    @Override
    public Given renew(String source, Secret refused) throws OperatorException, InterruptedException {
        return asked(new Renewal(source, refused.reveal(), Reason.REFUSED));
    }

    @Override
    public Given successor(String source, Secret held) throws OperatorException, InterruptedException {
        return asked(new Renewal(source, held.reveal(), Reason.EXPIRING));
    }

    private Given asked(Renewal renewal) throws OperatorException, InterruptedException {
        try {
            return client.newUntypedWorkflowStub(WorkflowTargetOptions.newBuilder()
                            .setWorkflowId(info.getWorkflowId())
                            // Whichever history the run goes on in now; it is named after its first.
                            .setFirstExecutionRunId(call.run())
                            .build())
                    .update("renew", SentSettings.class, renewal)
                    .given();
        } catch (WorkflowException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the run was cancelled");
            }
            throw new OperatorException(reason(e), e);
        }
    }

    private static String reason(@Nullable Throwable thrown) {
        String reason = "the secret cannot be renewed now";
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof ApplicationFailure fault) {
                reason = fault.getOriginalMessage();
            }
        }
        return reason;
    }
}
