package dev.tokenport.cli;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.secret.Environment;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The process a command runs in; a test brings its own.
 *
 * @param out standard output
 * @param err standard error
 * @param terminals which of the two are terminals
 * @param keyboard where what was asked for is read
 * @param environment the environment variables
 * @param time the clock
 * @param transports the way to HTTP services
 * @param plugins the folder beside the launcher from which JARs add operators, if it is known
 * @param programs how other programs are run
 * @param browser what shows pages
 * @param temporary the folder for temporary files
 */
record World(
        OutputStream out,
        OutputStream err,
        Terminals terminals,
        Keyboard keyboard,
        Environment environment,
        TimeSource time,
        Supplier<Transports> transports,
        Optional<Path> plugins,
        Programs programs,
        Browser browser,
        Path temporary) {

    /**
     * Which streams are terminals.
     *
     * @param out whether standard output is one
     * @param err whether standard error is one
     */
    record Terminals(boolean out, boolean err) {}
}
