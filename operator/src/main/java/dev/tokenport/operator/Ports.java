package dev.tokenport.operator;

import java.util.List;
import java.util.Optional;

/**
 * The ports of a task, beside its config and dependency port, which every task has. Immutable.
 *
 * @param inputs the input ports
 * @param output the output port, empty if there is none
 * @param rejects the second output port, which gives the entities that the task {@linkplain RunContext#reject gives up};
 *     empty if the task gives none up
 */
public record Ports(InputPorts inputs, Optional<Port> output, Optional<Port> rejects) {

    /** Ports without rejects. */
    public Ports(InputPorts inputs, Optional<Port> output) {
        this(inputs, output, Optional.empty());
    }

    /** The same with a second output port for rejects, whose schema is that of the input and a path for the reason. */
    public Ports withRejects() {
        return new Ports(inputs, output, Optional.of(new Port.Unknown()));
    }

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
