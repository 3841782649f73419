package dev.tokenport.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Shows what operators and libraries log, a redacted line each: warnings, and with {@code --verbose} the rest. */
final class OperatorLog extends Handler {

    // A logger that nobody refers to is collected, and its level with it.
    private static final Logger OURS = Logger.getLogger("dev.tokenport");

    private final Session session;

    private OperatorLog(Session session) {
        this.session = session;
    }

    /** Leads the log of this process to the screen. */
    static void toScreen(Session session) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.addHandler(new OperatorLog(session));
        root.setLevel(session.options().verbose() ? Level.INFO : Level.WARNING);
        if (session.options().verbose()) {
            OURS.setLevel(Level.FINE);
        }
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            String message = new SimpleFormatter().formatMessage(entry);
            String name = entry.getLoggerName() == null ? "log" : entry.getLoggerName();
            session.screen().say(name + ": " + message.replaceAll("\\R", " "));
            if (entry.getThrown() != null && session.options().stacktrace()) {
                session.screen().trace(entry.getThrown());
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
