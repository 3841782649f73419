package dev.tokenport.testkit.conformance;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives what its input gives, but for the entities that it gives up. */
final class RejectOperator implements Operator<RejectOperator.Parameters> {

    /**
     * What it gives up.
     *
     * @param rejects the first values of the entities that it gives up, separated by blanks; {@code *} for all
     * @param reason why, after the value
     * @param more how many it gives up besides, without an entity
     * @param error the error it raises at the end, empty for none
     */
    record Parameters(
            @Parameter(id = "rejects", label = "Rejects", defaultValue = "*")
            String rejects,

            @Parameter(id = "reason", label = "Reason", defaultValue = "is bad")
            String reason,

            @Parameter(id = "more", label = "More", defaultValue = "0")
            int more,

            @Parameter(id = "error", label = "Error") String error) {

        boolean reject(String value) {
            return rejects.equals("*") || List.of(rejects.split(" ", -1)).contains(value);
        }
    }

    private final Journal journal;

    RejectOperator(Journal journal) {
        this.journal = journal;
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("test-reject", "Test reject", "Gives entities up.");
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return new Ports(new Ports.InputPorts.Between(0, 1), Optional.of(new Ports.Port.Unknown())).withRejects();
    }

    @Override
    public Output execute(Parameters parameters, Inputs inputs, RunContext context) throws OperatorException {
        journal.add(context.task(), "executed");
        for (int i = 0; i < parameters.more; i++) {
            context.reject(Optional.empty(), "number " + (i + 1) + " " + parameters.reason);
        }
        Entities none = Entities.of(Schema.of(""), List.of());
        return Output.of(new Good(inputs.isEmpty() ? none : inputs.streams().get(0), parameters, context));
    }

    private final class Good implements Entities {

        private final Entities input;
        private final Parameters parameters;
        private final RunContext context;

        Good(Entities input, Parameters parameters, RunContext context) {
            this.input = input;
            this.parameters = parameters;
            this.context = context;
        }

        @Override
        public Optional<Schema> schema() {
            return input.schema();
        }

        @Override
        public @Nullable Entity next() throws OperatorException, InterruptedException {
            for (Entity entity = input.next(); entity != null; entity = input.next()) {
                String value = Journal.shown(
                        entity.values().get(0).stream().findFirst().orElse(null));
                if (!parameters.reject(value)) {
                    return entity;
                }
                journal.add(context.task(), "rejects " + value);
                context.reject(Optional.of(entity), value + " " + parameters.reason);
            }
            if (!parameters.error.isEmpty()) {
                throw new OperatorException(parameters.error);
            }
            return null;
        }

        @Override
        public void close() {
            journal.add(context.task(), "closed");
        }
    }
}
