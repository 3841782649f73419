package dev.tokenport.temporal;

import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.SentSettings;
import dev.tokenport.temporal.message.TaskDefinition;
import dev.tokenport.temporal.message.Wire;
import dev.tokenport.workflow.semantics.Dataflow;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * What is still needed of the tasks that have ended: by those that have not, and by those that renew what these get.
 *
 * @param config the sources of config connections
 * @param renewed the ids of the tasks that may be asked to renew what they gave
 * @param data the ids of the tasks whose entities are taken
 */
record StillNeeded(Set<String> config, Set<String> renewed, Set<String> data) {

    /** Whether something needs what this source gives to config ports. */
    boolean given(String source) {
        return config.contains(source) || renewed.contains(source);
    }

    /**
     * What is needed by the tasks that are not done.
     *
     * @param given what config ports get of a source
     */
    static StillNeeded of(RunOrder order, Dataflow flow, BitSet done, Function<String, SentSettings> given) {
        var needed = new StillNeeded(new HashSet<>(), new HashSet<>(), new HashSet<>());
        Deque<TaskDefinition> open = new ArrayDeque<>();
        for (int task = 0; task < flow.size(); task++) {
            if (!done.get(task)) {
                open.add(order.tasks().get(task));
            }
        }
        for (TaskDefinition task = open.poll(); task != null; task = open.poll()) {
            for (Wire wire : task.wires()) {
                if (wire.kind() == Wire.Kind.DATA) {
                    needed.data.add(wire.from());
                } else if (wire.kind() == Wire.Kind.CONFIG) {
                    needed.config.add(wire.source());
                    if (needed.renewed.add(wire.from())
                            && given.apply(wire.from()).renewable()) {
                        open.add(order.tasks().get(flow.number(wire.from())));
                    }
                }
            }
        }
        return needed;
    }
}
