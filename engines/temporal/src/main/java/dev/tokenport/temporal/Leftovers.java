package dev.tokenport.temporal;

import dev.tokenport.temporal.message.SentProgress;
import dev.tokenport.workflow.run.TaskNotes;
import io.temporal.failure.ActivityFailure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tasks have left to be done at workers when none of them is at work any more. Deterministic. */
final class Leftovers {

    private final String run;
    private final Map<String, Set<String>> tasks = new LinkedHashMap<>();
    private final Map<String, TaskNotes> notes = new LinkedHashMap<>();

    /** What a run has left that has come so far. */
    Leftovers(String run, Optional<SentProgress> reached) {
        this.run = run;
        reached.ifPresent(progress -> progress.left().forEach((queue, left) -> left.forEach(task -> add(task, queue))));
    }

    /** The tasks that have left something, by the queue of the worker. */
    Map<String, List<String>> left() {
        Map<String, List<String>> left = new LinkedHashMap<>();
        tasks.forEach((queue, names) -> left.put(queue, List.copyOf(names)));
        return left;
    }

    /** A task has left something at the worker of this queue; nothing if there is none. */
    void add(String task, @Nullable String queue) {
        if (queue != null) {
            tasks.computeIfAbsent(queue, key -> new LinkedHashSet<>()).add(task);
        }
    }

    /** Has it done; a worker that does not answer is a warning of the tasks that left it there. */
    void end() {
        tasks.forEach((queue, left) -> {
            try {
                Activities.end(queue, run).notes().forEach(this::add);
            } catch (ActivityFailure e) {
                var lost = new TaskNotes(
                        Map.of(), List.of("what was to be done at the end of the run is undone: its worker is lost"));
                left.forEach(task -> add(task, lost));
            }
        });
    }

    private void add(String task, TaskNotes more) {
        notes.merge(task, more, TaskNotes::and);
    }

    /** What tasks have told about themselves after they had ended. */
    Map<String, TaskNotes> notes() {
        return notes;
    }
}
