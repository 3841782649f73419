package dev.tokenport.cli;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ends a command with an exit code and a message for standard error: one line, or one for each mistake in a file. */
final class CommandException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ExitCode code;

    private CommandException(ExitCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Ends with a code that has no name of its own here. */
    static CommandException of(ExitCode code, String message) {
        return new CommandException(code, message, null);
    }

    /** Nothing was sent, because something is wrong with what was asked. */
    static CommandException refused(String message) {
        return new CommandException(ExitCode.REFUSED, message, null);
    }

    /** Nothing was sent, because something is wrong with what was asked. */
    static CommandException refused(String message, Throwable cause) {
        return new CommandException(ExitCode.REFUSED, message, cause);
    }

    /** It was tried and failed. */
    static CommandException failed(String message) {
        return new CommandException(ExitCode.FAILED, message, null);
    }

    /** It was tried and failed. */
    static CommandException failed(String message, Throwable cause) {
        return new CommandException(ExitCode.FAILED, message, cause);
    }

    /** Somebody pressed Ctrl-C. */
    static CommandException interrupted(String message) {
        return new CommandException(ExitCode.INTERRUPTED, message, null);
    }

    ExitCode code() {
        return code;
    }

    String text() {
        return Objects.requireNonNullElse(getMessage(), code.toString());
    }
}
