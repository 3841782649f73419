package dev.tokenport.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What picocli has to know to read a command line and to write its help. */
final class CommandModel {

    private static final String DESCRIPTION =
            "Gets OAuth2 access tokens for workflow tasks and hands them over through the config port.";

    private static final String[] EXIT_CODES = {
        "0:done",
        "1:tried and failed: an answer, the network, a task",
        "2:refused before anything was sent: arguments, a file, a missing or faulty value",
        "130:interrupted with Ctrl-C"
    };

    private CommandModel() {}

    /** The command with some of its subcommands. */
    static CommandLine of(Session session, List<Subcommand> subcommands) {
        CommandSpec spec = CommandSpec.create().name("tokenport");
        session.options().arguments().all().forEach(spec::add);
        var line = new CommandLine(complete(spec, DESCRIPTION));
        subcommands.forEach(subcommand -> add(subcommand.label(), subcommand.action(session), line));
        return line;
    }

    private static void add(String name, Subcommand.Action action, CommandLine line) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(action);
        action.arguments().all().forEach(spec::add);
        var command = new CommandLine(complete(spec, action.description()));
        if (action.runsProgram()) {
            // What follows the program belongs to the program.
            spec.parser().stopAtPositional(true);
            spec.usageMessage().customSynopsis("tokenport " + name + " [OPTIONS] -- COMMAND [ARGUMENT...]");
        }
        line.addSubcommand(name, command);
        Map<String, Subcommand.Action> further = action.subcommands();
        if (!further.isEmpty()) {
            spec.usageMessage().synopsisSubcommandLabel("[" + String.join("|", further.keySet()) + "]");
            further.forEach((word, what) -> add(word, what, command));
        }
    }

    private static CommandSpec complete(CommandSpec spec, String description) {
        spec.add(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build());
        spec.add(OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
        UsageMessageSpec usage = spec.usageMessage();
        usage.description(description)
                .autoWidth(true)
                .sortOptions(false)
                .synopsisSubcommandLabel("COMMAND")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .parameterListHeading("%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(UsageMessageSpec.keyValuesMap(EXIT_CODES));
        return spec;
    }
}
