package dev.tokenport.web.history;

import dev.tokenport.workflow.semantics.RunOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a run, in short. All texts are redacted. Immutable.
 *
 * @param id the run's id
 * @param path the workflow's path in the folder, with slashes
 * @param workflow the workflow's name
 * @param outcome what became of it
 * @param started when it started
 * @param finished when it ended
 * @param tasks how many tasks there are
 * @param entities how many entities its tasks gave
 * @param error why it failed, on one line
 * @param failed the id of the task that failed
 * @param reported whether there is a report; without one nothing has run
 */
public record PastRun(
        String id,
        String path,
        String workflow,
        RunOutcome outcome,
        Instant started,
        Instant finished,
        int tasks,
        long entities,
        Optional<String> error,
        Optional<String> failed,
        boolean reported) {

    /** How long it took. */
    public Duration took() {
        return Duration.between(started, finished);
    }
}
