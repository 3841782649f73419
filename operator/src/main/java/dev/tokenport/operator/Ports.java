package dev.tokenport.operator;

import java.util.List;
import java.util.Optional;

/**
 * The ports of a task, beside its config and dependency port, which every task has. Immutable.
 *
 * @param inputs the input ports
 * @param output the output port, empty if there is none
 */
public record Ports(InputPorts inputs, Optional<Port> output) {

    /** A port and what passes through it. */
    public sealed interface Port {

        /** Entities of one schema that is known beforehand. */
        record Fixed(Schema schema) implements Port {}

        /** Entities of whatever schema the other side has. */
        record Flexible() implements Port {}

        /** Entities of a schema that is known only when the task runs. */
        record Unknown() implements Port {}
    }

    /** How many inputs a task takes. */
    public sealed interface InputPorts {

        /** Exactly these. */
        record Exactly(List<Port> ports) implements InputPorts {

            /** Copies the list. */
            public Exactly {
                ports = List.copyOf(ports);
            }
        }

        /**
         * Any number within bounds.
         *
         * @param minimum the fewest
         * @param maximum the most
         */
        record Between(int minimum, int maximum) implements InputPorts {}

        /** None is needed; connected ones are only waited for, as with a dependency port. */
        record DependencyOnly() implements InputPorts {}
    }
}
