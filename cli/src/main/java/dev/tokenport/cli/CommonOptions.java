package dev.tokenport.cli;

/** The options that all subcommands have. For one thread. */
final class CommonOptions implements Arguments.Group {

    private final Arguments arguments = new Arguments();

    private final Given<Boolean> verbose =
            arguments.flagOfAll("--verbose", "Say more on standard error about what is being done; never a secret.");

    private final Given<Boolean> stacktrace = arguments.flagOfAll(
            "--stacktrace", "Show the stack trace of a failure, for those who look for its cause in the code.");

    @Override
    public Arguments arguments() {
        return arguments;
    }

    boolean verbose() {
        return verbose.value();
    }

    boolean stacktrace() {
        return stacktrace.value();
    }
}
