package dev.tokenport.temporal.message;

import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.Position;
import java.util.List;

/**
 * A connection that leads to a task. Immutable.
 *
 * @param kind what it hands over
 * @param from the id of the task it comes from
 * @param output which output of that task it comes from
 */
public record Wire(Kind kind, String from, OutputPort output) {

    /** What a connection hands over. */
    public enum Kind {
        /** Entities. */
        DATA,
        /** Values that replace parameters. */
        CONFIG,
        /** Nothing; it is an order. */
        AFTER
    }

    /** The wire of a connection. */
    public static Wire of(Connection connection) {
        Kind kind = connection instanceof Connection.Data
                ? Kind.DATA
                : connection instanceof Connection.Config ? Kind.CONFIG : Kind.AFTER;
        return new Wire(kind, connection.from(), connection.output());
    }

    /** The connection as the rules of a run need it: what it renames is not theirs to know. */
    public Connection connection() {
        Position nowhere = Position.COMMAND_LINE;
        return switch (kind) {
            case DATA -> new Connection.Data(from, output, nowhere);
            case CONFIG -> new Connection.Config(from, output, List.of(), nowhere);
            case AFTER -> new Connection.After(from, nowhere);
        };
    }

    /** What it comes from, as it stands in a file. */
    public String source() {
        return output.name(from);
    }
}
