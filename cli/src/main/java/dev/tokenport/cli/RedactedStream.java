package dev.tokenport.cli;

import dev.tokenport.secret.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Passes on what code prints that knows nothing of secrets, redacted: whole lines, so that none is cut in two; what is left
 * of one, when {@link #finish} is called. Thread-safe.
 */
final class RedactedStream extends OutputStream {

    private static final int LONGEST_LINE = 1024 * 1024;

    private final OutputStream target;
    private final Redactor redactor;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    RedactedStream(OutputStream target, Redactor redactor) {
        this.target = target;
        this.redactor = redactor;
    }

    /** To print to this. */
    PrintStream printing() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int octet) throws IOException {
        line.write(octet);
        if (octet == '\n' || line.size() >= LONGEST_LINE) {
            finish();
        }
    }

    @Override
    public synchronized void write(byte[] octets, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(octets[i]);
        }
    }

    /** Passes on what has no line end yet. */
    synchronized void finish() throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        target.write(redactor.redact(text).getBytes(StandardCharsets.UTF_8));
        target.flush();
    }
}
