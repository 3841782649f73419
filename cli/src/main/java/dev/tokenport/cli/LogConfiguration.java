package dev.tokenport.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * What happens to logs before {@link OperatorLog} takes them, and in commands for which it does not: warnings are printed,
 * and what is printed is redacted. The JDK makes one when something logs for the first time, whatever file the JVM's
 * options name instead: what that asks for, such as the headers of all requests in a file, would pass no redactor.
 */
public final class LogConfiguration {

    private static final String SETTINGS = """
            handlers = java.util.logging.ConsoleHandler
            .level = WARNING
            java.util.logging.ConsoleHandler.level = ALL
            java.util.logging.SimpleFormatter.format = %3$s: %5$s%n
            """;

    /**
     * Configures the logs of this process.
     *
     * @throws IOException never
     */
    public LogConfiguration() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));
    }
}
