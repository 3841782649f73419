package dev.tokenport.testkit.conformance;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import java.util.List;
import java.util.Optional;

/** Gives what its input gives. */
final class PassOperator implements Operator<PassOperator.Parameters> {

    /** Nothing. */
    record Parameters() {}

    private final Journal journal;

    PassOperator(Journal journal) {
        this.journal = journal;
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("test-pass", "Test pass", "Passes entities on.");
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return new Ports(new Ports.InputPorts.Between(0, 1), Optional.of(new Ports.Port.Unknown()));
    }

    @Override
    public Output execute(Parameters parameters, Inputs inputs, RunContext context) {
        journal.add(context.task(), "executed");
        Entities none = Entities.of(Schema.of(""), List.of());
        return Output.of(inputs.isEmpty() ? none : inputs.streams().get(0));
    }
}
