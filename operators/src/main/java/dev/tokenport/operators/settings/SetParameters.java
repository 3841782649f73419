package dev.tokenport.operators.settings;

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
import dev.tokenport.operator.Ports.Port;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operator <em>Set parameters</em>: gives one entity of parameter settings with the values that are written down, the
 * generic source for a config port. Thread-safe.
 */
public final class SetParameters implements Operator<SetParametersParameters> {

    private static final OperatorDescription DESCRIPTION = OperatorDescription.of(
                    "set-parameters", "Set parameters", "Set parameters of other tasks (via config port).")
            .withDocumentation("""
                    This task provides the values that are written down in its parameter, so that several
                    tasks can share them. Connect it to the **config port** of the consuming tasks.
                    References such as `${env:NAME}` are resolved, and what they lead to stays secret.
                    """);

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<SetParametersParameters> parameters() {
        return SetParametersParameters.class;
    }

    /** The schema is fixed where the parameters are written as a mapping, whose keys are known before the run. */
    @Override
    public Ports ports(KnownParameters known) {
        Port output = known.keys("parameters")
                .<Port>map(keys -> new Port.Fixed(schema(keys)))
                .orElseGet(Port.Unknown::new);
        return new Ports(new InputPorts.Exactly(List.of()), Optional.of(output));
    }

    /** Always. */
    @Override
    public boolean repeatable(KnownParameters known) {
        return true;
    }

    @Override
    public Output execute(SetParametersParameters parameters, Inputs inputs, RunContext context)
            throws OperatorException {
        Map<String, List<Value>> settings =
                SettingsReader.read("parameters", parameters.parameters(), context.redactor());
        Schema schema = schema(settings.keySet());
        context.report().fact("parameters", String.join(", ", settings.keySet()));
        Entity entity = new Entity(Schema.PARAMETER, schema, List.copyOf(settings.values()));
        return Output.of(Entities.of(schema, List.of(entity)));
    }

    private static Schema schema(Iterable<String> names) {
        List<Schema.Path> paths = new ArrayList<>();
        names.forEach(name -> paths.add(Schema.Path.of(name)));
        return new Schema(Schema.PARAMETER_SETTINGS, paths);
    }
}
