package dev.tokenport.cli;

import dev.tokenport.operator.Nearest;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments, in one line, with the nearest name and where to read on. Never a value: it may be a secret. */
final class ArgumentFault {

    private ArgumentFault() {}

    static String message(ParameterException e) {
        CommandLine line = e.getCommandLine();
        String fault = e instanceof UnmatchedArgumentException unmatched ? unknown(unmatched, line) : known(e);
        return fault + "; see '" + line.getCommandSpec().qualifiedName() + " --help'";
    }

    private static String unknown(UnmatchedArgumentException e, CommandLine line) {
        String argument = e.getUnmatched().get(0);
        if (argument.startsWith("-")) {
            String option = argument.split("=", 2)[0];
            return "unknown option '" + option + "'"
                    + Nearest.hint(option, line.getCommandSpec().optionsMap().keySet());
        }
        if (!line.getSubcommands().isEmpty()) {
            return "unknown command '" + argument + "'"
                    + Nearest.hint(argument, line.getSubcommands().keySet());
        }
        return line.getCommandName() + " takes no further argument, but there "
                + (e.getUnmatched().size() == 1
                        ? "is one"
                        : "are " + e.getUnmatched().size());
    }

    private static String known(ParameterException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "the arguments are not understood")
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
