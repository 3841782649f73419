package dev.tokenport.testkit.conformance;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Waits until as many tasks as it is told have come to the same place, then goes on, or fails. */
final class BlockOperator implements Operator<BlockOperator.Parameters> {

    /**
     * What it waits for.
     *
     * @param place where it waits
     * @param people how many tasks have to come
     * @param stays whether it then waits for ever
     * @param error the error it raises then, empty for none
     * @param unexpected whether that is a programming error
     */
    record Parameters(
            @Parameter(id = "place", label = "Place", defaultValue = "nowhere")
            String place,

            @Parameter(id = "people", label = "People", defaultValue = "1")
            int people,

            @Parameter(id = "stays", label = "Stays", defaultValue = "false")
            boolean stays,

            @Parameter(id = "error", label = "Error") String error,

            @Parameter(id = "unexpected", label = "Unexpected", defaultValue = "false")
            boolean unexpected) {}

    private final Journal journal;

    BlockOperator(Journal journal) {
        this.journal = journal;
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("test-block", "Test block", "Waits for others.");
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return new Ports(new Ports.InputPorts.Between(0, Integer.MAX_VALUE), Optional.of(new Ports.Port.Unknown()));
    }

    @Override
    public Output execute(Parameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        journal.enter();
        try {
            journal.add(context.task(), "waits");
            CountDownLatch latch = journal.latch(parameters.place, parameters.people);
            latch.countDown();
            latch.await();
            if (parameters.stays) {
                new CountDownLatch(1).await();
            }
            journal.add(context.task(), "goes on");
        } catch (InterruptedException e) {
            journal.add(context.task(), "is interrupted");
            throw e;
        } finally {
            journal.leave();
        }
        if (parameters.unexpected) {
            throw new IllegalStateException(parameters.error);
        }
        if (!parameters.error.isEmpty()) {
            throw new OperatorException(parameters.error);
        }
        return Output.none();
    }
}
