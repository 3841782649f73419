package dev.tokenport.testkit.conformance;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RenewableOperator;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Schema.PathType;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives parameter settings with the secrets {@code token-1}, {@code token-2} …, a new one for each renewal. */
final class SecretOperator implements RenewableOperator<SecretOperator.Parameters> {

    /**
     * What it tells.
     *
     * @param fixed whether its schema is known before it runs
     */
    record Parameters(
            @Parameter(id = "fixed", label = "Fixed", defaultValue = "true")
            boolean fixed) {}

    private static final Schema SCHEMA = new Schema(
            Schema.PARAMETER_SETTINGS,
            List.of(
                    new Schema.Path("secret", PathType.SECRET, false),
                    new Schema.Path("token_type", PathType.STRING, true)));

    private final Journal journal;
    private final AtomicInteger tokens = new AtomicInteger();

    SecretOperator(Journal journal) {
        this.journal = journal;
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("test-secret", "Test secret", "Gives secrets.");
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        boolean fixed = known.text("fixed").orElse("true").equals("true");
        return new Ports(
                new Ports.InputPorts.DependencyOnly(),
                Optional.of(fixed ? new Ports.Port.Fixed(SCHEMA) : new Ports.Port.Unknown()));
    }

    @Override
    public Output execute(Parameters parameters, Inputs inputs, RunContext context) {
        journal.add(context.task(), "executed");
        context.report().fact("grant", "test");
        return Output.of(Entities.of(SCHEMA, List.of(entity())));
    }

    @Override
    public Entity renew(Parameters parameters, Secret refused, RunContext context) {
        journal.add(context.task(), "renews " + refused.reveal());
        return entity();
    }

    private Entity entity() {
        Secret secret = Secret.of("token-" + tokens.incrementAndGet());
        return Entity.of(Schema.PARAMETER, SCHEMA, List.of(Value.of(secret), Value.of("Bearer")));
    }
}
