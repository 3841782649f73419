package dev.tokenport.workflow;

import dev.tokenport.operator.JsonType;
import dev.tokenport.secret.ReferencingText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parameter's value as it stands in a file, references unresolved. Immutable.
 *
 * @see ParameterResolution how it becomes a raw value
 */
public sealed interface ParameterNode {

    /** Where its key stands. */
    Position key();

    /** Where it stands. */
    Position position();

    /**
     * One scalar; prints its position only.
     *
     * @param text the text with its references
     * @param type what YAML says it is; a text with references is a string
     * @param references where each reference stands, in order
     */
    record Scalar(ReferencingText text, JsonType type, Position key, Position position, List<Position> references)
            implements ParameterNode {

        /** Copies the list. */
        public Scalar {
            references = List.copyOf(references);
        }

        @Override
        public String toString() {
            return "Scalar[" + position + "]";
        }
    }

    /** One that could not be read; a mistake has been reported. Never in a workflow that was read without mistakes. */
    record Faulty(Position key, Position position) implements ParameterNode {}

    /** A mapping, in order. */
    record Mapping(Map<String, ParameterNode> entries, Position key, Position position) implements ParameterNode {

        /** Copies the map. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
