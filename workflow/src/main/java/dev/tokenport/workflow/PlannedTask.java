package dev.tokenport.workflow;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.Ports;

/**
 * A task with its operator and ports. Immutable.
 *
 * @param task the task
 * @param operator its operator
 * @param ports its ports, as far as known before the run
 */
public record PlannedTask(Task task, Operator<?> operator, Ports ports) {}
