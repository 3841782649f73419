package dev.tokenport.workflow;

import java.util.Locale;

/**
 * A connection between two tasks, wherever it stands in a file. Immutable.
 *
 * @param from the id of the task it comes from
 * @param output which output of that task it comes from
 * @param to the id of the task it leads to
 * @param kind what it hands over
 */
public record TaskLink(String from, OutputPort output, String to, Kind kind) {

    /** What a connection hands over. Prints in lower case, as in the report. */
    public enum Kind {
        /** Entities. */
        DATA,
        /** Values that replace parameters. */
        CONFIG,
        /** Nothing: order only. */
        DEPENDENCY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A connection that leads to a task. */
    public static TaskLink of(Connection connection, String to) {
        return new TaskLink(connection.from(), connection.output(), to, kind(connection));
    }

    /** What it comes from, as in a workflow file: the task's id, or {@code TASK.rejects}. */
    public String source() {
        return output.name(from);
    }

    /** Whether it comes from what the task gives up. */
    public boolean isOfRejects() {
        return output == OutputPort.REJECTS;
    }

    private static Kind kind(Connection connection) {
        if (connection instanceof Connection.Data) {
            return Kind.DATA;
        }
        return connection instanceof Connection.Config ? Kind.CONFIG : Kind.DEPENDENCY;
    }
}
