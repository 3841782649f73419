package dev.tokenport.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/**
 * One run of a command for the first line of its standard output. It reads nothing, has the variables of this process, and
 * is ended, with what it started, when it takes too long or the thread is interrupted. For one thread.
 */
final class SecretProcess {

    private static final int LONGEST_SECRET = 1 << 16;
    private static final int LONGEST_QUOTE = 200;

    private final Reference reference;
    private final Path folder;
    private final Duration limit;

    SecretProcess(Reference reference, Path folder, Duration limit) {
        this.reference = reference;
        this.folder = folder;
        this.limit = limit;
    }

    String firstLine() {
        Process process = start();
        // Its threads are daemons: one that waits for a pipe which a grandchild holds keeps nobody alive.
        ForkJoinPool threads = new ForkJoinPool(2);
        try {
            var out = new FirstLine(process.getInputStream(), LONGEST_SECRET);
            var err = new FirstLine(process.getErrorStream(), LONGEST_SECRET);
            threads.execute(out);
            threads.execute(err);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable("did not end within " + limit.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw unavailable("exit code " + process.exitValue() + quoted(err.await(), out.await()));
            }
            return secret(out.await());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadInterruptedException(reference + ": interrupted", e);
        } finally {
            end(process);
            threads.shutdownNow();
        }
    }

    private Process start() {
        try {
            Process process = new ProcessBuilder(reference.command())
                    .directory(folder.toAbsolutePath().toFile())
                    .start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new SecretUnavailableException(
                    reference + ": there is no such program, or it cannot be executed (in " + folder.toAbsolutePath()
                            + ")",
                    e);
        }
    }

    private String secret(FirstLine.Read out) {
        if (!out.whole()) {
            throw unavailable("the end of its first line did not arrive");
        }
        if (out.cut()) {
            throw unavailable("its first line is longer than " + LONGEST_SECRET + " bytes");
        }
        try {
            String line = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.bytes()))
                    .toString();
            if (line.isEmpty()) {
                throw unavailable("the first line of its standard output is empty");
            }
            return line;
        } catch (CharacterCodingException e) {
            throw new SecretUnavailableException(reference + ": its first line is not UTF-8 text", e);
        }
    }

    /** What it said of its failure; never what it may have said of the secret. */
    private static String quoted(FirstLine.Read err, FirstLine.Read out) {
        var redactor = new Redactor();
        redactor.add(new String(out.bytes(), StandardCharsets.UTF_8));
        String line = OneLine.of(redactor.redact(new String(err.bytes(), StandardCharsets.UTF_8)))
                .strip();
        String cut = redactor.redact(line, LONGEST_QUOTE);
        return cut.isEmpty() ? ", and nothing on its standard error" : ": " + cut;
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private SecretUnavailableException unavailable(String why) {
        return new SecretUnavailableException(reference + ": " + why);
    }
}
