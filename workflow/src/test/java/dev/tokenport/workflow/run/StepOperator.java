package dev.tokenport.workflow.run;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import java.util.Optional;

/** Reads all its inputs, does what a test wants, and gives no entity. */
final class StepOperator implements Operator<StepOperator.Parameters> {

    /** Nothing. */
    record Parameters() {}

    /** What a test wants. */
    @FunctionalInterface
    interface Step {

        void take(String task) throws InterruptedException;
    }

    private final Step step;

    StepOperator(Step step) {
        this.step = step;
    }

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("step", "Step", "Does what a test wants.");
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Ports ports(KnownParameters known) {
        return new Ports(new Ports.InputPorts.Between(0, 9), Optional.of(new Ports.Port.Unknown()));
    }

    @Override
    public Output execute(Parameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        for (Entities input : inputs.streams()) {
            Entity entity = input.next();
            while (entity != null) {
                entity = input.next();
            }
        }
        step.take(context.task());
        return Output.none();
    }
}
