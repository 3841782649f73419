package dev.tokenport.cli;

import dev.tokenport.workflow.run.LocalRunner;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The option that says how many tasks may be at work at a time. For one thread. */
final class ParallelOption implements Arguments.Group {

    private static final String NAME = "--parallel";
    private static final int DEFAULT = LocalRunner.Options.DEFAULT.parallel();

    private final Arguments arguments = new Arguments();
    private final Given<@Nullable Integer> number;

    /** The option, with what is said about it before its default. */
    ParallelOption(String description) {
        number = arguments.number(NAME, "N", description + " (default: " + DEFAULT + ").");
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** What was given. */
    int value() {
        return given().map(ParallelOption::number).orElse(DEFAULT);
    }

    /** What was given, or what a file says. */
    int value(EngineOptions engine) {
        return given().or(() -> engine.inFile("parallel"))
                .map(ParallelOption::number)
                .orElse(DEFAULT);
    }

    private Optional<Chosen> given() {
        return Optional.ofNullable(number.value()).flatMap(given -> Chosen.option(NAME, given.toString()));
    }

    private static int number(Chosen chosen) {
        try {
            int number = Integer.parseInt(chosen.text());
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw CommandException.refused(chosen.name() + " '" + chosen.text() + "' is not a number", e);
        }
        throw CommandException.refused(chosen.name() + " '" + chosen.text() + "' is less than 1");
    }
}
