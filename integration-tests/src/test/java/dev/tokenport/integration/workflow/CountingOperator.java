package dev.tokenport.integration.workflow;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads its inputs to their end, then gives numbered entities; tells somebody before each, and once more at the end. */
final class CountingOperator implements Operator<CountingOperator.Parameters> {

    /** How many entities it gives. */
    record Parameters(
            @Parameter(id = "count", label = "Count", defaultValue = "0")
            int count) {}

    /** Is told. */
    interface Step {
        void before(int entity) throws InterruptedException;
    }

    private static final Schema SCHEMA = Schema.of("", "name");

    private final Step step;

    CountingOperator(Step step) {
        this.step = step;
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("count", "Count", "Counts.");
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return new Ports(new Ports.InputPorts.Between(0, 9), Optional.of(new Ports.Port.Unknown()));
    }

    @Override
    public Output execute(Parameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        for (Entities input : inputs.streams()) {
            while (input.next() != null) {
                context.cancellation().check();
            }
        }
        return Output.of(new Counted(parameters.count));
    }

    private final class Counted implements Entities {

        private final int count;
        private int number;

        Counted(int count) {
            this.count = count;
        }

        @Override
        public Optional<Schema> schema() {
            return Optional.of(SCHEMA);
        }

        @Override
        public @Nullable Entity next() throws InterruptedException {
            number++;
            step.before(number);
            return number > count ? null : Entity.of("", SCHEMA, List.of(Value.of("entity " + number)));
        }

        @Override
        public void close() {}
    }
}
