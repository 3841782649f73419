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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives parameter settings with the secrets {@code token-1}, {@code token-2} …, a new one for each renewal, and one for each
 * that is about to expire.
 */
final class SecretOperator implements RenewableOperator<SecretOperator.Parameters> {

    /**
     * What it tells.
     *
     * @param fixed whether its schema is known before it runs
     * @param expires whether the first secret is about to expire
     * @param constant whether a renewal gives the same text again
     */
    record Parameters(
            @Parameter(id = "fixed", label = "Fixed", defaultValue = "true")
            boolean fixed,

            @Parameter(id = "expires", label = "Expires", defaultValue = "false")
            boolean expires,

            @Parameter(id = "constant", label = "Constant", defaultValue = "false")
            boolean constant) {}

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
        return parameters.constant ? entity(1) : entity();
    }

    @Override
    public Optional<Entity> successor(Parameters parameters, Secret held, RunContext context) {
        if (!parameters.expires || !held.reveal().equals("token-1")) {
            return Optional.empty();
        }
        synchronized (this) {
            if (tokens.get() == 1) {
                journal.add(context.task(), "replaces token-1");
                tokens.incrementAndGet();
            }
            return Optional.of(entity(2));
        }
    }

    @Override
    public Optional<Instant> goodUntil(Parameters parameters, RunContext context) {
        return parameters.expires && tokens.get() == 1 ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    private Entity entity() {
        return entity(tokens.incrementAndGet());
    }

    private static Entity entity(int number) {
        Secret secret = Secret.of("token-" + number);
        return Entity.of(Schema.PARAMETER, SCHEMA, List.of(Value.of(secret), Value.of("Bearer")));
    }
}
