package dev.tokenport.integration.workflow;

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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;

/** Asks for the current secret before each of many uses, with many threads at a time. */
final class UsingOperator implements Operator<UsingOperator.Parameters> {

    /**
     * What it uses.
     *
     * @param token the secret
     * @param threads with how many threads
     * @param uses how often each
     */
    record Parameters(
            @Parameter(id = "token", label = "Token") Secret token,

            @Parameter(id = "threads", label = "Threads", defaultValue = "32")
            int threads,

            @Parameter(id = "uses", label = "Uses", defaultValue = "100")
            int uses) {}

    private final Runnable beforehand;
    private final Set<String> used = new ConcurrentSkipListSet<>();
    private final Set<String> errors = new ConcurrentSkipListSet<>();

    UsingOperator(Runnable beforehand) {
        this.beforehand = beforehand;
    }

    /** All secrets it used. */
    Set<String> used() {
        return used;
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("use", "Use", "Uses a secret.");
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return new Ports(new Ports.InputPorts.DependencyOnly(), Optional.empty());
    }

    @Override
    public Output execute(Parameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        beforehand.run();
        CountDownLatch ended = new CountDownLatch(parameters.threads);
        for (int thread = 0; thread < parameters.threads; thread++) {
            context.executor().execute(() -> {
                try {
                    use(parameters, context);
                } catch (OperatorException e) {
                    errors.add(String.valueOf(e.getMessage()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        for (String error : errors) {
            throw new OperatorException(error);
        }
        return Output.none();
    }

    private void use(Parameters parameters, RunContext context) throws OperatorException, InterruptedException {
        Secret token = parameters.token;
        for (int i = 0; i < parameters.uses; i++) {
            token = context.current("token", token);
            used.add(token.reveal());
        }
    }
}
