package dev.tokenport.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the first line that a process writes and takes the rest away, so that the process never waits. Thread-safe: one
 * thread runs it, others may ask.
 */
final class FirstLine implements Runnable {

    /** How long to wait for a stream whose process has ended; something that it started may still hold it open. */
    private static final long PATIENCE_SECONDS = 2;

    private final InputStream stream;
    private final int longest;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final CountDownLatch known = new CountDownLatch(1);
    private boolean cut;
    private boolean whole;

    /**
     * What was read.
     *
     * @param bytes the line without its end
     * @param cut whether it was longer than what is kept
     * @param whole whether its end was seen
     */
    // Not compared, and never printed: what it holds may be a secret.
    @SuppressWarnings("ArrayRecordComponent")
    record Read(byte[] bytes, boolean cut, boolean whole) {

        @Override
        public String toString() {
            return Secret.MASK;
        }
    }

    FirstLine(InputStream stream, int longest) {
        this.stream = stream;
        this.longest = longest;
    }

    @Override
    public void run() {
        byte[] some = new byte[4096];
        try (stream) {
            for (int count = stream.read(some); count >= 0; count = stream.read(some)) {
                add(some, count);
            }
            end();
        } catch (IOException e) {
            // What was read before it broke is not known to be all: the line stays as it is, not whole.
        } finally {
            known.countDown();
        }
    }

    /** The line, once it is whole or its stream has ended. */
    Read await() throws InterruptedException {
        boolean inTime = known.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        synchronized (line) {
            byte[] bytes = line.toByteArray();
            boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
            int end = carriageReturn ? bytes.length - 1 : bytes.length;
            return new Read(Arrays.copyOf(bytes, end), cut, whole && inTime);
        }
    }

    private void add(byte[] some, int count) {
        if (known.getCount() == 0) {
            return;
        }
        synchronized (line) {
            for (int i = 0; i < count; i++) {
                if (some[i] == '\n' || line.size() == longest) {
                    cut = some[i] != '\n';
                    end();
                    return;
                }
                line.write(some[i]);
            }
        }
    }

    private void end() {
        synchronized (line) {
            whole = true;
            known.countDown();
        }
    }
}
