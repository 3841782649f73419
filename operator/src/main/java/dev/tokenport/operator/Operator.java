package dev.tokenport.operator;

import java.util.Set;

/**
 * A kind of task: code with parameters, input ports and an output port.
 *
 * <p>Found with {@link java.util.ServiceLoader}. One instance serves all tasks of all runs, so it keeps no state of its
 * own; what several tasks of a run share is kept with {@link RunContext#shared}. Thread-safe.
 *
 * @param <P> the record with the parameters; each component is annotated with {@link Parameter}
 */
public interface Operator<P extends Record> {

    /** Id, names and documentation. */
    OperatorDescription description();

    /** The record with the parameters. */
    Class<P> parameters();

    /**
     * The ports of a task with these parameters.
     *
     * @param known the parameter values as far as they are known before the run
     */
    Ports ports(KnownParameters known);

    /** Whether executing a task twice does what executing it once does; asked before a task is repeated. */
    default boolean repeatable(KnownParameters known) {
        return false;
    }

    /**
     * The ids of the parameters that name a file which a task with these parameters writes.
     *
     * @param known the parameter values as far as they are known before the run
     * @param connectedInputs the number of connected data inputs
     */
    default Set<String> filesWritten(KnownParameters known, int connectedInputs) {
        return Set.of();
    }

    /**
     * Executes a task.
     *
     * @param parameters the bound parameters, config ports included
     * @param inputs the connected data inputs
     * @param context the world
     * @return the output; its entities may still be produced while they are read
     * @throws OperatorException if the task fails; the message may be shown
     * @throws InterruptedException as soon as the run is cancelled
     */
    Output execute(P parameters, Inputs inputs, RunContext context) throws OperatorException, InterruptedException;
}
