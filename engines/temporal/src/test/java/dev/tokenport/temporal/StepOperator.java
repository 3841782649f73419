package dev.tokenport.temporal;

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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Writes a line when it begins and one when it ends, and may not end before a file is there. */
final class StepOperator implements Operator<StepOperator.Parameters> {

    /**
     * What it does.
     *
     * @param lines the file that it adds lines to
     * @param until the file that it waits for
     * @param repeatable whether it may be repeated
     * @param secret a secret that it knows
     */
    record Parameters(
            @Parameter(id = "lines", label = "Lines") String lines,
            @Parameter(id = "until", label = "Until") String until,

            @Parameter(id = "repeatable", label = "Repeatable", defaultValue = "false")
            boolean repeatable,

            @Parameter(id = "secret", label = "Secret") Optional<Secret> secret) {}

    @Override
    public OperatorDescription description() {
        return OperatorDescription.of("test-step", "Test step", "Does a step.");
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
    public boolean repeatable(KnownParameters known) {
        return known.text("repeatable").orElse("").equals("true");
    }

    @Override
    public Output execute(Parameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        Path lines = context.projectFolder().resolve(parameters.lines);
        add(lines, "begins " + parameters.secret.map(Secret::reveal).orElse(""));
        while (!parameters.until.isEmpty()
                && !Files.exists(context.projectFolder().resolve(parameters.until))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        add(lines, "ends");
        return Output.none();
    }

    private static void add(Path file, String line) throws OperatorException {
        try {
            Files.writeString(file, line.strip() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new OperatorException("its file cannot be written: " + e.getMessage(), e);
        }
    }
}
