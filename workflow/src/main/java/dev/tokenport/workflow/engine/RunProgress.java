package dev.tokenport.workflow.engine;

import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a run is. Immutable.
 *
 * @param workflow the workflow's name
 * @param outcome what became of it, empty while it is under way
 * @param ended what became of the tasks that have ended, by their ids
 * @param begun the tasks that are under way
 * @param waiting what waits for a worker, of which queue, and whether any takes from it: a line each
 * @param tasks how many tasks there are
 */
public record RunProgress(
        String workflow,
        Optional<RunOutcome> outcome,
        Map<String, TaskStatus> ended,
        Set<String> begun,
        List<String> waiting,
        int tasks) {

    /** Copies the collections. */
    public RunProgress {
        ended = new LinkedHashMap<>(ended);
        begun = Set.copyOf(begun);
        waiting = List.copyOf(waiting);
    }
}
