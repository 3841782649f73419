package dev.tokenport.workflow.semantics;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.OneLine;
import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.workflow.PlannedTask;
import java.util.regex.Pattern;

/** What is said about a task that raised an error. */
public final class Failure {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R\\s*");

    private Failure() {}

    /**
     * The message, not yet redacted nor on one line: {@code task 'orders' (HTTP request): …}.
     *
     * @param task the task that raised the error
     * @param error the error
     */
    public static String message(PlannedTask task, Throwable error) {
        return "task '" + task.task().id() + "' ("
                + task.operator().description().label() + "): " + reason(error);
    }

    private static String reason(Throwable error) {
        String message = error.getMessage() == null ? "" : error.getMessage();
        boolean written = error instanceof OperatorException || error instanceof SecretUnavailableException;
        if (written && !message.isEmpty()) {
            return message;
        }
        String name = "unexpected " + error.getClass().getSimpleName();
        return message.isEmpty() ? name : name + ": " + message;
    }

    /** The text on one line, without control characters. */
    public static String oneLine(String text) {
        return OneLine.of(LINE_BREAK.matcher(text.strip()).replaceAll(" "));
    }
}
