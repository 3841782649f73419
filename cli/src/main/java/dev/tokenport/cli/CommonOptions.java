package dev.tokenport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command without a subcommand, and the options that all subcommands have. For one thread. */
@Command(
        name = "tokenport",
        description = "Gets OAuth2 access tokens for workflow tasks and hands them over through the config port.",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        parameterListHeading = "%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:tried and failed: an answer, the network, a task",
            "2:refused before anything was sent: arguments, a file, a missing or faulty value",
            "130:interrupted with Ctrl-C"
        })
final class CommonOptions {

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Say more on standard error about what is being done; never a secret.")
    private boolean verbose;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of a failure, for those who look for its cause in the code.")
    private boolean stacktrace;

    boolean verbose() {
        return verbose;
    }

    boolean stacktrace() {
        return stacktrace;
    }
}
