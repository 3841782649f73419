package dev.tokenport.cmem.xml;

import dev.tokenport.workflow.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The value of a parameter as it stands in a project; prints no text. Immutable. */
public sealed interface ProjectValue {

    /** Where its element begins. */
    Position position();

    /** {@code <Param>}: a text, possibly an encrypted password. */
    record Plain(String text, Position position) implements ProjectValue {

        @Override
        public String toString() {
            return "Plain[" + position + "]";
        }
    }

    /** {@code <Template>}: a template over the project's variables. */
    record Template(String text, Position position) implements ProjectValue {

        @Override
        public String toString() {
            return "Template[" + position + "]";
        }
    }

    /** {@code <Params>}: nested parameters, in order. */
    record Nested(Map<String, ProjectValue> values, Position position) implements ProjectValue {

        /** Copies the map. */
        public Nested {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
