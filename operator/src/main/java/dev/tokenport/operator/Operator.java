package dev.tokenport.operator;

import java.util.List;
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

    /**
     * What is wrong with single parameter values beyond their types, as far as it can be told before a run: the syntax of a
     * query or a template. A value that is not known yet is taken to be fine. What the record's constructor refuses need not
     * be told here. Asked when a workflow is validated, so no file is read and nothing is connected.
     *
     * @param known the parameter values as far as they are known before the run
     */
    default List<ParameterFault> faults(KnownParameters known) {
        return List.of();
    }

    /**
     * Checks parameters that are all known before a run, beyond what the record's constructor checks. Asked when a workflow
     * is validated, so no file is read and nothing is connected; a secret that is not written down cannot be revealed yet.
     *
     * @param parameters the bound parameters
     * @throws OperatorException if the task would fail with them; the message begins with the parameter's id
     */
    default void check(P parameters) throws OperatorException {}

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
     * The ids of the parameters that name a file which a task with these parameters reads.
     *
     * @param known the parameter values as far as they are known before the run
     * @param connectedInputs the number of connected data inputs
     */
    default Set<String> filesRead(KnownParameters known, int connectedInputs) {
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
