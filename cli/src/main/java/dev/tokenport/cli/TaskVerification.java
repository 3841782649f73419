package dev.tokenport.cli;

import dev.tokenport.oauth2.verify.TokenCheck;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.Problem;
import dev.tokenport.workflow.WorkflowException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The same for a task as {@link Verification} for a command: what was configured, checked on the way to the server, sent and
 * answered, and what to change, each line when it is known.
 *
 * @param run where the references of the task lead
 * @param lines takes each line; the redactor has seen it
 */
record TaskVerification(WorkflowRun run, Consumer<String> lines) {

    /** A verification whose lines are redacted before they are given to {@code lines}. */
    TaskVerification {
        Consumer<String> shown = lines;
        WorkflowRun known = run;
        lines = line -> shown.accept(known.session().redactor().redact(line));
    }

    /**
     * Verifies a task.
     *
     * @return whether it got what it would hand over
     */
    boolean of(Plan plan, String task) throws InterruptedException {
        new ConfiguredTask(plan.task(task), lines).tell();
        try {
            run.runner().verify(plan, task, lines);
            return true;
        } catch (WorkflowException e) {
            if (Thread.interrupted()) {
                throw interrupted(e);
            }
            TokenCheck.toChange(
                    lines, e.problems().stream().map(Problem::message).toList());
        } catch (OperatorException e) {
            TokenCheck.toChange(lines, List.of(Objects.toString(e.getMessage(), "it failed")));
        }
        return false;
    }

    private static InterruptedException interrupted(Exception cause) {
        return (InterruptedException) new InterruptedException("interrupted").initCause(cause);
    }
}
