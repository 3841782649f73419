package dev.tokenport.operator.host;

import dev.tokenport.secret.Redactor;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** A logger through which no known secret passes; of a throwable it logs what it says, not its stack. Thread-safe. */
public final class RedactingLogger implements System.Logger {

    private final System.Logger logger;
    private final Redactor redactor;

    /** Logs to another logger what this redactor leaves. */
    public RedactingLogger(System.Logger logger, Redactor redactor) {
        this.logger = logger;
        this.redactor = redactor;
    }

    @Override
    public String getName() {
        return logger.getName();
    }

    @Override
    public boolean isLoggable(Level level) {
        return logger.isLoggable(level);
    }

    @Override
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
        if (isLoggable(level)) {
            String text = thrown == null ? String.valueOf(message) : message + ": " + thrown;
            logger.log(level, redactor.redact(text));
        }
    }

    @Override
    public void log(
            Level level,
            @Nullable ResourceBundle bundle,
            @Nullable String format,
            @Nullable Object @Nullable ... parameters) {
        if (isLoggable(level)) {
            boolean plain = format == null || parameters == null || parameters.length == 0;
            String text = plain ? String.valueOf(format) : new MessageFormat(format, Locale.ROOT).format(parameters);
            logger.log(level, redactor.redact(text));
        }
    }
}
