package dev.tokenport.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs in the place of this one: with its streams, and no longer than it. A signal that ends this process
 * ends the program: by itself, if it got the Ctrl-C of their terminal as well; else it is asked to end, and then killed. For
 * one thread.
 */
final class ChildProcess {

    /** Together less than what this process has from the signal to its end. */
    private static final Duration BY_ITSELF = Duration.ofSeconds(4);

    private static final Duration ASKED = Duration.ofSeconds(4);

    private final Process process;
    private final boolean onTerminal;

    private ChildProcess(Process process, boolean onTerminal) {
        this.process = process;
        this.onTerminal = onTerminal;
    }

    /**
     * Runs a program.
     *
     * @param onTerminal whether there is a terminal, whose Ctrl-C the program gets too
     * @return its exit code
     */
    static int run(Programs.Order order, boolean onTerminal) throws IOException {
        var builder = new ProcessBuilder(order.command()).inheritIO();
        order.withheld().forEach(builder.environment()::remove);
        builder.environment().putAll(order.given());
        return new ChildProcess(builder.start(), onTerminal).await();
    }

    private int await() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            return stop();
        }
    }

    private int stop() {
        List<ProcessHandle> descendants = process.descendants().toList();
        if (!(onTerminal && endsWithin(BY_ITSELF))) {
            process.destroy();
            if (!endsWithin(ASKED)) {
                process.destroyForcibly();
                endsWithin(ASKED);
            }
        }
        descendants.forEach(ProcessHandle::destroy);
        return process.isAlive() ? ExitCode.INTERRUPTED.number() : process.exitValue();
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException again) {
            // It is already being ended; a second signal only hurries.
            return false;
        }
    }
}
