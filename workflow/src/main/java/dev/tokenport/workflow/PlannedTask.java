package dev.tokenport.workflow;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.Ports;
import java.util.Map;

/**
 * A task with its operator and ports. Immutable.
 *
 * @param task the task
 * @param operator its operator
 * @param ports its ports, as far as known before the run
 * @param known its parameter values, as far as known before the run
 */
public record PlannedTask(Task task, Operator<?> operator, Ports ports, KnownParameters known) {

    /** A task of whose parameters nothing is known. */
    public PlannedTask(Task task, Operator<?> operator, Ports ports) {
        this(task, operator, ports, new KnownParameters(Map.of()));
    }
}
