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
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** Writes down its parameters and what its inputs give, one input after the other. */
final class SinkOperator implements Operator<SinkOperator.Parameters> {

    /**
     * What it does.
     *
     * @param text a text that is written down
     * @param more another one
     * @param secret a secret whose text is written down
     * @param limit how many entities of each input it reads
     * @param pause a duration, to see how a value is bound
     * @param renew whether it gives up its secret and writes down the successor
     */
    record Parameters(
            @Parameter(id = "text", label = "Text", defaultValue = "none")
            String text,

            @Parameter(id = "more", label = "More", defaultValue = "none")
            String more,

            @Parameter(id = "secret", label = "Secret") Optional<Secret> secret,

            @Parameter(id = "limit", label = "Limit", defaultValue = "1000000")
            int limit,

            @Parameter(id = "pause", label = "Pause", defaultValue = "PT0S")
            Duration pause,

            @Parameter(id = "renew", label = "Renew", defaultValue = "false")
            boolean renew) {}

    private final Journal journal;

    SinkOperator(Journal journal) {
        this.journal = journal;
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("test-sink", "Test sink", "Takes entities.");
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return new Ports(new Ports.InputPorts.Between(0, Integer.MAX_VALUE), Optional.empty());
    }

    @Override
    public Output execute(Parameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        journal.ran(context.run());
        String secret = parameters.secret.map(Secret::reveal).orElse("none");
        journal.add(
                context.task(),
                "executed: text=" + parameters.text + ", more=" + parameters.more + ", secret=" + secret);
        if (parameters.renew) {
            Secret refused = parameters.secret.orElseThrow();
            String successor =
                    context.renew("secret", refused).map(Secret::reveal).orElse("none");
            journal.add(context.task(), "renewed: " + successor);
        }
        for (Entities input : inputs.streams()) {
            read(input, parameters.limit, context);
        }
        return Output.none();
    }

    private void read(Entities input, int limit, RunContext context) throws OperatorException, InterruptedException {
        for (int i = 0; i < limit; i++) {
            Entity entity = input.next();
            if (entity == null) {
                return;
            }
            journal.add(context.task(), "takes " + Journal.shown(entity));
        }
        input.close();
    }
}
