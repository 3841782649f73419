package dev.tokenport.cli;

import dev.tokenport.secret.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * What a command shows: an answer, which reaches standard output only if the command succeeds, unless it goes on after it; and lines on standard
 * error, at once. UTF-8 whatever the locale; everything on standard error is redacted. Thread-safe.
 */
final class Screen {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final World world;
    private final Redactor redactor;
    private final StringBuilder answer = new StringBuilder();
    private boolean transientLine;

    Screen(World world, Redactor redactor) {
        this.world = world;
        this.redactor = redactor;
    }

    /** Adds to the answer. */
    synchronized void answer(String text) {
        answer.append(text);
    }

    /** Adds a line to the answer. */
    synchronized void answerLine(String line) {
        answer.append(line).append('\n');
    }

    /**
     * Writes a line to standard output at once, as it is: what the command goes on after having told.
     *
     * @throws IOException if standard output does not take it
     */
    synchronized void answerNow(String line) throws IOException {
        clearTransientLine();
        world.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        world.out().flush();
    }

    /** Shows a line on standard error. */
    synchronized void say(String line) {
        write(world.err(), redactor.redact(line) + "\n");
    }

    /** Shows a line on standard error that the next one replaces; only where that is a terminal with ANSI. */
    synchronized void sayMeanwhile(String line) {
        if (colourOnError()) {
            write(world.err(), redactor.redact(line));
            transientLine = true;
        }
    }

    /** Shows a stack trace on standard error. */
    void trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        say(text.toString().stripTrailing());
    }

    /** Whether standard output may carry ANSI sequences. */
    boolean colourOnOutput() {
        return world.terminals().out() && !plain();
    }

    /** Whether standard error may carry ANSI sequences. */
    boolean colourOnError() {
        return world.terminals().err() && !plain();
    }

    /** Forgets the answer: the command has failed after all. */
    synchronized void discard() {
        answer.setLength(0);
    }

    /**
     * Writes the answer.
     *
     * @throws IOException if standard output does not take it
     */
    synchronized void flush() throws IOException {
        clearTransientLine();
        if (!answer.isEmpty()) {
            world.out().write(answer.toString().getBytes(StandardCharsets.UTF_8));
            world.out().flush();
        }
    }

    // https://no-color.org: any value but an empty one
    private boolean plain() {
        return world.environment()
                        .variable("NO_COLOR")
                        .filter(v -> !v.isEmpty())
                        .isPresent()
                || world.environment().variable("TERM").filter("dumb"::equals).isPresent();
    }

    private void clearTransientLine() {
        if (transientLine) {
            transientLine = false;
            write(world.err(), "");
        }
    }

    private void write(OutputStream stream, String text) {
        String prefix = transientLine ? CLEAR_LINE : "";
        transientLine = false;
        try {
            stream.write((prefix + text).getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            // Standard error is closed: there is nobody left to tell, and what was asked for may still be done.
        }
    }
}
