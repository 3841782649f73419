package dev.tokenport.cli;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The subcommands. Only the one that is asked for is made: describing all of them would cost time at each start. */
enum Subcommand {
    DEMO(DemoCommand::new),
    RUN(RunCommand::new),
    VALIDATE(ValidateCommand::new),
    OPERATORS(OperatorsCommand::new),
    SCHEMA(SchemaCommand::new),
    TOKEN(TokenCommand::new),
    DOCS(DocsCommand::new);

    /** Does what a subcommand is asked to. */
    interface Action {

        /**
         * Does it.
         *
         * @throws CommandException if it does not end well
         * @throws InterruptedException after Ctrl-C
         */
        void run() throws InterruptedException;
    }

    private final Function<Session, Action> factory;

    Subcommand(Function<Session, Action> factory) {
        this.factory = factory;
    }

    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Action action(Session session) {
        return factory.apply(session);
    }

    /** The subcommand that the arguments begin with, leaving options aside. */
    static Optional<Subcommand> of(String... arguments) {
        return Stream.of(arguments).filter(a -> !a.startsWith("-")).findFirst().flatMap(Subcommand::named);
    }

    private static Optional<Subcommand> named(String name) {
        return Stream.of(values()).filter(s -> s.label().equals(name)).findFirst();
    }
}
