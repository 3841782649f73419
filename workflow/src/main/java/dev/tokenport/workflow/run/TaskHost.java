package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.spool.EntitySink;
import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import java.io.IOException;
import java.util.Optional;

/** The engine as a task sees it that is executed by itself: its inputs, where its outputs go, who renews. Thread-safe. */
public interface TaskHost {

    /** Is told what the task does. */
    RunListener listener();

    /** Whether the task is to end; its thread is interrupted as well. */
    boolean isCancelled();

    /**
     * Opens an input.
     *
     * @throws IOException if it cannot be opened
     */
    Entities open(Connection.Data connection) throws IOException;

    /**
     * Where an output is kept. What has not been sealed is of no use to anybody.
     *
     * @param schema the schema of all entities, if it is known beforehand
     * @throws IOException if nothing can be kept
     */
    EntitySink sink(OutputPort output, Optional<Schema> schema) throws IOException;

    /**
     * Has a task replace a secret that was refused.
     *
     * @param source the id of the task that gave it
     * @return what that task gives now
     * @throws OperatorException if there is no successor
     */
    Given renew(String source, Secret refused) throws OperatorException, InterruptedException;

    /**
     * Has a task replace a secret that is about to expire, unless it has done so.
     *
     * @param source the id of the task that gave it
     * @return what that task gives now
     * @throws OperatorException if it has expired and there is no successor
     */
    Given successor(String source, Secret held) throws OperatorException, InterruptedException;
}
