package dev.tokenport.benchmarks.run;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Ports.InputPorts;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.util.List;
import java.util.Optional;

/** Gives its note to the tasks that it configures. Thread-safe. */
final class SettingOperator implements Operator<StepParameters> {

    static final String ID = "measured-setting";

    private static final OperatorDescription DESCRIPTION =
            OperatorDescription.of(ID, "Measured setting", "Gives its note.");
    private static final Schema SCHEMA = Schema.of(Schema.PARAMETER_SETTINGS, "note");
    private static final Ports PORTS =
            new Ports(new InputPorts.DependencyOnly(), Optional.of(new Ports.Port.Fixed(SCHEMA)));

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
        Entity entity = Entity.of(Schema.PARAMETER, SCHEMA, List.of(Value.of(parameters.note())));
        return Output.of(Entities.of(SCHEMA, List.of(entity)));
    }
}
