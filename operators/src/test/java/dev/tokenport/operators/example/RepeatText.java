package dev.tokenport.operators.example;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Gives the same text several times. */
public final class RepeatText implements Operator<RepeatText.Settings> {

    private static final Schema SCHEMA = Schema.of("", "text");

    /** The parameters, in the order of the page. */
    public record Settings(
            @Parameter(id = "text", label = "Text", description = "The text to repeat.", mandatory = true)
            String text,

            @Parameter(id = "times", label = "Times", description = "How often.", defaultValue = "2")
            int times) {

        /** Checks what the types alone do not say. */
        public Settings {
            if (times < 0) {
                throw new IllegalArgumentException("times '" + times + "' is negative");
            }
        }
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("repeat-text", "Repeat text", "Give the same text several times.");
    }

    @Override
    public Class<Settings> parameters() {
        return Settings.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return new Ports(new Ports.InputPorts.Exactly(List.of()), Optional.of(new Ports.Port.Fixed(SCHEMA)));
    }

    @Override
    public Output execute(Settings settings, Inputs inputs, RunContext context) {
        context.report().fact("times", String.valueOf(settings.times()));
        Entity entity = Entity.of("", SCHEMA, List.of(Value.of(settings.text())));
        return Output.of(Entities.of(SCHEMA, Collections.nCopies(settings.times(), entity)));
    }
}
