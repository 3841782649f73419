package dev.tokenport.benchmarks.run;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Ports.InputPorts;
import dev.tokenport.operator.RunContext;
import java.util.Optional;

/** Computes, if it has to, and has neither input nor output. Thread-safe. */
final class StepOperator implements Operator<StepParameters> {

    static final String ID = "measured-step";

    private static final OperatorDescription DESCRIPTION =
            OperatorDescription.of(ID, "Measured step", "Computes, if it has to.");
    private static final Ports PORTS = new Ports(new InputPorts.DependencyOnly(), Optional.empty());

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
        Work.of(parameters.turns());
        return Output.none();
    }
}
