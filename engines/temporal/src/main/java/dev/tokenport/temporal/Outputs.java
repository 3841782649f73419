package dev.tokenport.temporal;

import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.SentProgress;
import dev.tokenport.temporal.message.SentSettings;
import dev.tokenport.temporal.message.TaskCall;
import dev.tokenport.temporal.message.TaskDefinition;
import dev.tokenport.temporal.message.TaskReply;
import dev.tokenport.temporal.message.Wire;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.semantics.Dataflow;
import dev.tokenport.workflow.semantics.Handover;
import dev.tokenport.workflow.store.StoreKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tasks of a run have given, and the calls that hand it on. Deterministic. */
final class Outputs {

    private final String run;
    private final RunOrder order;
    private final Dataflow flow;
    private final Map<String, SentSettings> given = new LinkedHashMap<>();
    private final Map<String, Integer> attempts = new LinkedHashMap<>();
    private final Set<String> configSources;
    private boolean stores;

    /** What a run has given that has come so far. */
    Outputs(String run, RunOrder order, Dataflow flow, Optional<SentProgress> reached) {
        this.run = run;
        this.order = order;
        this.flow = flow;
        this.configSources = order.tasks().stream()
                .flatMap(task -> task.wires().stream())
                .filter(wire -> wire.kind() == Wire.Kind.CONFIG)
                .map(Wire::source)
                .collect(Collectors.toSet());
        reached.ifPresent(this::resume);
    }

    private void resume(SentProgress progress) {
        progress.done().stream().forEach(task -> {
            String id = order.tasks().get(task).id();
            attempts.put(id, progress.attempts().getOrDefault(id, 1));
        });
        given.putAll(progress.given());
        stores = progress.stores();
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
        Map<String, SentSettings> settings = new LinkedHashMap<>();
        Map<String, StoreKey> inputs = new LinkedHashMap<>();
        for (Wire wire : definition.wires()) {
            SentSettings delivered = given.get(wire.source());
            Integer attempt = attempts.get(wire.from());
            if (wire.kind() == Wire.Kind.CONFIG && delivered != null) {
                settings.put(wire.source(), delivered);
            } else if (wire.kind() == Wire.Kind.DATA && definition.takesEntities() && attempt != null) {
                inputs.put(wire.source(), new StoreKey(run, wire.from(), attempt, wire.output()));
            }
        }
        return new TaskCall(
                run,
                order.workflow(),
                order.file(),
                definition,
                handover,
                rejectsTaken,
                handover == Handover.SPOOLED ? flow.connectionsFrom(task) : "",
                rejectsTaken ? flow.rejectConnectionsFrom(task) : "",
                settings,
                taken(definition.id()),
                inputs);
    }

    private Set<String> taken(String task) {
        return Arrays.stream(OutputPort.values())
                .map(output -> output.name(task))
                .filter(configSources::contains)
                .collect(Collectors.toSet());
    }

    /** A task is about to be executed. */
    void begin(TaskCall call) {
        stores |= call.handover() == Handover.SPOOLED || call.rejectsTaken();
    }

    /** The call of a task that has been executed, with what its config ports get now. */
    TaskCall call(String task) {
        if (!attempts.containsKey(task)) {
            throw new IllegalArgumentException("task '" + task + "' has not been executed");
        }
        return call(flow.number(task));
    }

    /** A task has ended. */
    void add(int task, TaskReply reply) {
        given.putAll(reply.given());
        attempts.put(order.tasks().get(task).id(), reply.attempt());
    }

    /** What config ports get of a task. */
    SentSettings given(String task) {
        return given.getOrDefault(task, SentSettings.NONE);
    }

    /** What config ports get of a task from now on. */
    void give(String task, SentSettings settings) {
        given.put(task, settings);
    }

    /** What config ports get of what is needed. */
    Map<String, SentSettings> given(StillNeeded needed) {
        Map<String, SentSettings> some = new LinkedHashMap<>();
        given.forEach((source, settings) -> {
            if (needed.given(source)) {
                some.put(source, settings);
            }
        });
        return some;
    }

    /** The attempts at tasks whose entities are needed, where it was not the first. */
    Map<String, Integer> attempts(StillNeeded needed) {
        Map<String, Integer> some = new LinkedHashMap<>();
        attempts.forEach((task, attempt) -> {
            if (attempt > 1 && needed.data().contains(task)) {
                some.put(task, attempt);
            }
        });
        return some;
    }

    /** Whether something has been stored. */
    boolean stores() {
        return stores;
    }

    /** Removes what was stored. */
    void remove() {
        if (stores) {
            Activities.remove(run);
        }
    }
}
