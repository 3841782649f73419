package dev.tokenport.benchmarks.run;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Ports.InputPorts;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passes on what its first input gives and reads all others; without an input it gives three entities. Thread-safe. */
final class PassOperator implements Operator<StepParameters> {

    static final String ID = "measured-pass";

    private static final OperatorDescription DESCRIPTION =
            OperatorDescription.of(ID, "Measured pass", "Passes on what its first input gives.");
    private static final Ports PORTS =
            new Ports(new InputPorts.Between(0, Integer.MAX_VALUE), Optional.of(new Ports.Port.Unknown()));
    private static final Schema SCHEMA = Schema.of("measured", "name", "city");
    private static final List<Entity> THREE =
            List.of(entity("Ada", "London"), entity("Alan", "Wilmslow"), entity("Grace", "Arlington"));

    private static Entity entity(String name, String city) {
        return Entity.of("", SCHEMA, List.of(Value.of(name), Value.of(city)));
    }

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<StepParameters> parameters() {
        return StepParameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return PORTS;
    }

    @Override
    public Output execute(StepParameters parameters, Inputs inputs, RunContext context) {
        return Output.of(inputs.isEmpty() ? Entities.of(SCHEMA, THREE) : new Passed(inputs.streams()));
    }

    private record Passed(List<Entities> streams) implements Entities {

        @Override
        public Optional<Schema> schema() {
            return streams.get(0).schema();
        }

        @Override
        public @Nullable Entity next() throws OperatorException, InterruptedException {
            Entity entity = streams.get(0).next();
            for (Entities other : streams.subList(1, streams.size())) {
                other.next();
            }
            return entity;
        }

        @Override
        public void close() throws OperatorException {
            for (Entities stream : streams) {
                stream.close();
            }
        }
    }
}
