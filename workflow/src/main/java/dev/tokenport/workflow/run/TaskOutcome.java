package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entity;
import java.util.Optional;

/**
 * What became of a task that was executed by itself. Immutable.
 *
 * @param record what happened to it: done, failed or cancelled
 * @param given what config ports get of its output
 * @param firstReject what config ports get of what it gave up
 */
public record TaskOutcome(TaskRecord record, Given given, Optional<Entity> firstReject) {}
