package dev.tokenport.operator;

import java.util.List;

/**
 * The connected data inputs of a task, in the order of its list. The runner closes them.
 *
 * @param streams one stream per connected input
 */
public record Inputs(List<Entities> streams) {

    /** Copies the list. */
    public Inputs {
        streams = List.copyOf(streams);
    }

    /** No inputs. */
    public static Inputs none() {
        return new Inputs(List.of());
    }

    /** Whether no data input is connected. */
    public boolean isEmpty() {
        return streams.isEmpty();
    }
}
