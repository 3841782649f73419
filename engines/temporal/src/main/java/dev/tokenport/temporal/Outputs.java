package dev.tokenport.temporal;

import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.SentSettings;
import dev.tokenport.temporal.message.TaskCall;
import dev.tokenport.temporal.message.TaskDefinition;
import dev.tokenport.temporal.message.TaskReply;
import dev.tokenport.temporal.message.Wire;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.semantics.Dataflow;
import dev.tokenport.workflow.semantics.Handover;
import dev.tokenport.workflow.store.StoreKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the tasks of a run have given, and the calls that hand it on. Deterministic. */
final class Outputs {

    private final String run;
    private final RunOrder order;
    private final Dataflow flow;
    private final Map<String, SentSettings> given = new LinkedHashMap<>();
    private final Map<String, StoreKey> stored = new LinkedHashMap<>();
    private final Map<String, TaskCall> calls = new LinkedHashMap<>();
    private boolean stores;

    Outputs(String run, RunOrder order, Dataflow flow) {
        this.run = run;
        this.order = order;
        this.flow = flow;
    }

    /** The name of the run in stores and on workers. */
    String run() {
        return run;
    }

    /** The call of a task whose sources have ended. */
    TaskCall call(int task) {
        TaskDefinition definition = order.tasks().get(task);
        Handover handover = flow.handover(task);
        boolean rejectsTaken = flow.rejectTakers(task) > 0;
        stores |= handover == Handover.SPOOLED || rejectsTaken;
        Map<String, SentSettings> settings = new LinkedHashMap<>();
        Map<String, StoreKey> inputs = new LinkedHashMap<>();
        for (Wire wire : definition.wires()) {
            SentSettings delivered = given.get(wire.source());
            StoreKey key = stored.get(wire.source());
            if (wire.kind() == Wire.Kind.CONFIG && delivered != null) {
                settings.put(wire.source(), delivered);
            } else if (wire.kind() == Wire.Kind.DATA && definition.takesEntities() && key != null) {
                inputs.put(wire.source(), key);
            }
        }
        var call = new TaskCall(
                run,
                order.workflow(),
                order.file(),
                definition,
                handover,
                rejectsTaken,
                handover == Handover.SPOOLED ? flow.connectionsFrom(task) : "",
                rejectsTaken ? flow.rejectConnectionsFrom(task) : "",
                settings,
                inputs);
        calls.put(definition.id(), call);
        return call;
    }

    /** The call that a task was executed with. */
    TaskCall call(String task) {
        TaskCall call = calls.get(task);
        if (call == null) {
            throw new IllegalArgumentException("task '" + task + "' has not been executed");
        }
        return call;
    }

    /** A task has ended. */
    void add(int task, TaskReply reply) {
        String id = order.tasks().get(task).id();
        given.putAll(reply.given());
        for (OutputPort output : OutputPort.values()) {
            stored.put(output.name(id), new StoreKey(run, id, reply.attempt(), output));
        }
    }

    /** What config ports get of a task. */
    SentSettings given(String task) {
        return given.getOrDefault(task, SentSettings.NONE);
    }

    /** What config ports get of a task from now on. */
    void give(String task, SentSettings settings) {
        given.put(task, settings);
    }

    /** Removes what was stored. */
    void remove() {
        if (stores) {
            Activities.remove(run);
        }
    }
}
