package dev.tokenport.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The {@code tokenport} command: from arguments to an exit code. */
final class Tokenport {

    private static final String STACKTRACE_HINT = "run again with --stacktrace and report it";

    private Tokenport() {}

    static ExitCode run(World world, String... arguments) {
        return run(Session.in(world), arguments);
    }

    static ExitCode run(Session session, String... arguments) {
        ExitCode code = attempt(session, () -> execute(session, arguments));
        if (!code.isDone()) {
            session.screen().discard();
        }
        return attempt(session, () -> flush(session)).isDone() ? code : ExitCode.FAILED;
    }

    /** {@code help COMMAND} is {@code COMMAND --help}, and {@code help plugins add} is {@code plugins add --help}. */
    private static String[] asked(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("help")) {
            return arguments;
        }
        boolean further = arguments.length > 1 && arguments[1].equals(Subcommand.PLUGINS.label());
        return Stream.concat(Stream.of(arguments).skip(1).limit(further ? 2 : 1), Stream.of("--help"))
                .toArray(String[]::new);
    }

    private static ExitCode execute(Session session, String... given) throws InterruptedException {
        String[] arguments = asked(given);
        CommandLine line = commandLine(session, arguments);
        ParseResult parsed;
        try {
            parsed = line.parseArgs(arguments);
        } catch (ParameterException e) {
            throw CommandException.refused(ArgumentFault.message(e), e);
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine asked = last.commandSpec().commandLine();
        if (asked.isUsageHelpRequested()) {
            session.screen().answer(asked.getUsageMessage(asked.getColorScheme()));
        } else if (asked.isVersionHelpRequested()) {
            session.screen().answerLine(Version.line());
        } else if (last.commandSpec().userObject() instanceof Subcommand.Action action) {
            if (session.options().verbose()) {
                OperatorLog.toScreen(session);
            }
            action.run();
            return action.code();
        } else {
            throw CommandException.refused("no command given; see 'tokenport --help'");
        }
        return ExitCode.DONE;
    }

    private static CommandLine commandLine(Session session, String... arguments) {
        List<Subcommand> needed = Subcommand.of(arguments).map(List::of).orElseGet(() -> List.of(Subcommand.values()));
        CommandLine line = CommandModel.of(session, needed);
        line.setExpandAtFiles(false);
        line.setColorScheme(Help.defaultColorScheme(session.screen().colourOnOutput() ? Help.Ansi.ON : Help.Ansi.OFF));
        return line;
    }

    /** A step that may fail in the ways that have an exit code. */
    private interface Step {
        ExitCode run() throws InterruptedException, IOException;
    }

    private static ExitCode attempt(Session session, Step step) {
        try {
            return step.run();
        } catch (CommandException e) {
            return show(session, e.code(), e.text(), e);
        } catch (InterruptedException e) {
            return show(session, ExitCode.INTERRUPTED, "interrupted", e);
        } catch (IOException e) {
            return show(session, ExitCode.FAILED, "cannot write to standard output: " + reason(e), e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            String message = "unexpected " + e.getClass().getSimpleName() + ": " + reason(e);
            return show(session, ExitCode.FAILED, message + "; " + STACKTRACE_HINT, e);
        } catch (LinkageError | java.util.ServiceConfigurationError e) {
            String message = "a part of the installation or a plugin does not fit: " + reason(e);
            return show(session, ExitCode.FAILED, message + "; " + STACKTRACE_HINT, e);
        }
    }

    /** Tells what has ended a thread other than the command's own, which goes on. */
    static void ended(Session session, Thread thread, Throwable thrown) {
        String message = "unexpected " + thrown.getClass().getSimpleName() + " in the thread '" + thread.getName()
                + "': " + reason(thrown) + "; " + STACKTRACE_HINT;
        show(session, ExitCode.FAILED, message, thrown);
    }

    private static ExitCode show(Session session, ExitCode code, String message, Throwable thrown) {
        session.screen().say(message);
        if (session.options().stacktrace()) {
            session.screen().trace(thrown);
        }
        return code;
    }

    private static ExitCode flush(Session session) throws IOException {
        session.screen().flush();
        return ExitCode.DONE;
    }

    private static String reason(Throwable thrown) {
        @Nullable String message = thrown.getMessage();
        return message == null
                ? thrown.getClass().getSimpleName()
                : message.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
