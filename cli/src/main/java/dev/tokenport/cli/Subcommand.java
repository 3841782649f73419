package dev.tokenport.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The subcommands. Only the one that is asked for is made: describing all of them would cost time at each start. */
enum Subcommand {
    DEMO,
    RUN,
    SERVE,
    WORKER,
    STATUS,
    CANCEL,
    REPORT,
    VALIDATE,
    GRAPH,
    CONVERT,
    OPERATORS,
    PLUGINS,
    SCHEMA,
    TOKEN,
    LOGIN,
    LOGOUT,
    EXEC,
    ENCRYPT,
    KEYGEN,
    DOCS;

    /** Does what a subcommand is asked to. */
    interface Action extends Arguments.Group {

        /** What it does, for its help. */
        String description();

        /**
         * Does it.
         *
         * @throws CommandException if it does not end well
         * @throws InterruptedException after Ctrl-C
         */
        void run() throws InterruptedException;

        /** What it is asked to do in further words, by name; none if it takes none. */
        default Map<String, Action> subcommands() {
            return Map.of();
        }

        /** Whether its arguments are a program and all that this is given, options too. */
        default boolean runsProgram() {
            return false;
        }

        /** What the process ends with when this was done. */
        default ExitCode code() {
            return ExitCode.DONE;
        }
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it does little besides sending requests. */
    boolean isShort() {
        return this == TOKEN || this == EXEC || this == LOGIN;
    }

    Action action(Session session) {
        return switch (this) {
            case DEMO -> new DemoCommand(session);
            case RUN -> new RunCommand(session);
            case SERVE -> new ServeCommand(session);
            case WORKER -> new WorkerCommand(session);
            case STATUS -> new StatusCommand(session);
            case CANCEL -> new CancelCommand(session);
            case REPORT -> new ReportCommand(session);
            case VALIDATE -> new ValidateCommand(session);
            case GRAPH -> new GraphCommand(session);
            case CONVERT -> new ConvertCommand(session);
            case OPERATORS -> new OperatorsCommand(session);
            case PLUGINS -> new PluginsCommand(session);
            case SCHEMA -> new SchemaCommand(session);
            case LOGIN -> new LoginCommand(session);
            case LOGOUT -> new LogoutCommand(session);
            case TOKEN -> new TokenCommand(session);
            case EXEC -> new ExecCommand(session);
            case ENCRYPT -> new EncryptCommand(session);
            case KEYGEN -> new KeygenCommand(session);
            case DOCS -> new DocsCommand(session);
        };
    }

    /** The subcommand that the arguments begin with, leaving options aside. */
    static Optional<Subcommand> of(String... arguments) {
        for (String argument : arguments) {
            if (!argument.startsWith("-")) {
                return named(argument);
            }
        }
        return Optional.empty();
    }

    private static Optional<Subcommand> named(String name) {
        for (Subcommand each : values()) {
            if (each.label().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
