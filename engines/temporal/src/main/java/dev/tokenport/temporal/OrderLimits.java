package dev.tokenport.temporal;

import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.SentOrder;
import dev.tokenport.temporal.message.TaskCall;
import dev.tokenport.temporal.message.TaskDefinition;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.semantics.Dataflow;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What Temporal takes of a run. It keeps 2 MB in one place, of which a run that goes on in another history needs a part for how
 * far it is; and 2,000 steps under way, where tasks at work may ask for tokens.
 */
final class OrderLimits {

    /** How many tasks of a run may be at work at a time. */
    static final int PARALLEL = 1_000;

    /** How many characters the compressed tasks may have. */
    static final int TASKS = 1_400_000;

    /** How many characters may say how far a run is. */
    static final int PROGRESS = 400_000;

    /** How many characters may be said about a task to who executes it, or by it to config ports. */
    static final int CALL = 1_400_000;

    private OrderLimits() {}

    /**
     * Refuses a run that would come to a standstill.
     *
     * @throws EngineException if something is too large; it says what, how large it is, and the limit
     */
    static void check(RunOrder order, SentOrder sent) throws EngineException {
        if (order.parallel() > PARALLEL) {
            throw new EngineException("--parallel " + order.parallel() + " is more than " + PARALLEL
                    + ", the most tasks of a run that may be at work on Temporal at a time");
        }
        int packed = Optional.ofNullable(sent.packed()).map(String::length).orElse(0);
        if (packed > TASKS) {
            throw new EngineException("the workflow '" + order.workflow() + "' is too large for Temporal: its "
                    + order.tasks().size() + " tasks have " + kilobytes(packed) + " when they are compressed, and "
                    + kilobytes(TASKS) + " is the most; split it");
        }
        Dataflow flow = order.flow();
        for (int task = 0; task < flow.size(); task++) {
            TaskDefinition definition = order.tasks().get(task);
            long call = call(definition, flow, task);
            if (call > CALL) {
                throw new EngineException("task '" + definition.id() + "' (" + definition.operatorLabel()
                        + ") is too large for Temporal: with its "
                        + definition.wires().size() + " connections it has "
                        + kilobytes(call) + ", and " + kilobytes(CALL) + " is the most");
            }
        }
    }

    private static long call(TaskDefinition task, Dataflow flow, int number) {
        long call =
                octets(task.text()) + octets(flow.connectionsFrom(number)) + octets(flow.rejectConnectionsFrom(number));
        if (task.takesEntities()) {
            call += task.wires().stream()
                    .mapToLong(wire -> TaskCall.weight(wire.source()))
                    .sum();
        }
        return call;
    }

    private static long octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A size as it stands in messages, rounded up. */
    static String kilobytes(long octets) {
        return (octets + 999) / 1000 + " kB";
    }
}
