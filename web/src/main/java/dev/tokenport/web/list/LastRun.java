package dev.tokenport.web.list;

import dev.tokenport.workflow.semantics.RunOutcome;
import java.time.Instant;

/**
 * How a workflow ran last. Immutable.
 *
 * @param id the run's id, by which its page is found
 * @param outcome what became of it
 * @param finished when it finished
 */
public record LastRun(String id, RunOutcome outcome, Instant finished) {}
