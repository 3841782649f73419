package dev.tokenport.workflow;

import dev.tokenport.operator.JsonType;
import dev.tokenport.secret.ReferencingText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A parameter's value as it stands in a file, references unresolved. Immutable. */
public sealed interface ParameterNode {

    /** Where it stands. */
    Position position();

    /**
     * One scalar; prints its position only.
     *
     * @param text the text with its references
     * @param type what YAML says it is
     */
    record Scalar(ReferencingText text, JsonType type, Position position) implements ParameterNode {

        @Override
        public String toString() {
            return "Scalar[" + position + "]";
        }
    }

    /** A mapping, in order. */
    record Mapping(Map<String, ParameterNode> entries, Position position) implements ParameterNode {

        /** Copies the map. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
