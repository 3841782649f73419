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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Is refused with its token again and again, in all its tasks at the same moment, and asks for the successor. */
final class RefusedOperator implements Operator<RefusedOperator.Parameters> {

    /**
     * What it uses.
     *
     * @param token the secret
     */
    record Parameters(
            @Parameter(id = "token", label = "Token") Secret token) {}

    private final int rounds;
    private final CyclicBarrier together;
    private final Map<Integer, Set<String>> tokens = new ConcurrentHashMap<>();

    /** It waits until so many tasks are refused at once. */
    RefusedOperator(int tasks, int rounds) {
        this.together = new CyclicBarrier(tasks);
        this.rounds = rounds;
    }

    /** The tokens that the tasks used, by round. */
    Map<Integer, Set<String>> tokens() {
        return Map.copyOf(tokens);
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("refused", "Refused", "Is refused.");
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
        Secret token = parameters.token;
        use(0, token);
        for (int round = 1; round <= rounds; round++) {
            meet();
            token = context.renew("token", token).orElseThrow();
            use(round, token);
        }
        return Output.none();
    }

    private void use(int round, Secret token) {
        tokens.computeIfAbsent(round, r -> ConcurrentHashMap.newKeySet()).add(token.reveal());
    }

    private void meet() throws OperatorException, InterruptedException {
        try {
            together.await(60, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new OperatorException("the others did not come", e);
        }
    }
}
