package dev.tokenport.operator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A parameter's value before it is bound. Immutable. */
public sealed interface RawValue {

    /** A plain text. */
    static RawValue of(String text) {
        return new Scalar(Value.of(text));
    }

    /** A value in its type's text form, possibly a secret. */
    record Scalar(Value value) implements RawValue {

        /** Checks that nothing is null. */
        public Scalar {
            Objects.requireNonNull(value);
        }
    }

    /** A map, a nested object or parameter settings, written as a mapping; in order. */
    record Mapping(Map<String, RawValue> entries) implements RawValue {

        /** Copies the map. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /**
     * A value that is known only when the run, or the task, starts: a reference, or what a config port may deliver.
     *
     * @param delivery whether there will be a value
     */
    record Pending(Delivery delivery) implements RawValue {

        /** Whether there will be a value. */
        public enum Delivery {
            /** There will be one: a reference, or a path that its source always fills. */
            CERTAIN,
            /** There may be one. */
            POSSIBLE
        }

        /** Checks that nothing is null. */
        public Pending {
            Objects.requireNonNull(delivery);
        }

        /** A value that there may be. */
        public Pending() {
            this(Delivery.POSSIBLE);
        }
    }
}
