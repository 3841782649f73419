package dev.tokenport.secret;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Runs commands, and keeps what each prints for a minute: a secret is read at each request, and a run may make very many.
 * However many ask for one at a time, it runs once; a failure is told to those who waited and is not kept. A command may
 * take a minute. Thread-safe.
 */
public final class KeptProcesses implements ProcessReader {

    static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private record Key(List<String> command, Path folder) {}

    private final LongSupplier nanoTime;
    private final Duration limit;
    private final Map<Key, SharedRead> reads = new ConcurrentHashMap<>();

    /** Commands whose answers age by a monotonic clock, in nanoseconds. */
    public KeptProcesses(LongSupplier nanoTime) {
        this(nanoTime, LIMIT);
    }

    KeptProcesses(LongSupplier nanoTime, Duration limit) {
        this.nanoTime = nanoTime;
        this.limit = limit;
    }

    @Override
    public String firstLine(Reference process, Path folder) {
        var key = new Key(process.command(), folder.toAbsolutePath().normalize());
        while (true) {
            SharedRead mine = new SharedRead(nanoTime.getAsLong());
            SharedRead current = reads.compute(
                    key, (k, other) -> other == null || other.isOld(nanoTime.getAsLong(), KEPT) ? mine : other);
            if (current == mine) {
                return read(key, mine, process);
            }
            try {
                return current.await();
            } catch (ReadInterruptedException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                // Whoever ran it was interrupted, and we were not: ask again.
            }
        }
    }

    private String read(Key key, SharedRead read, Reference process) {
        try {
            String line = new SecretProcess(process, key.folder(), limit).firstLine();
            read.succeed(line, nanoTime.getAsLong());
            return line;
        } catch (SecretUnavailableException e) {
            reads.remove(key, read);
            read.fail(e);
            throw e;
        } catch (RuntimeException | Error e) {
            reads.remove(key, read);
            read.fail(new SecretUnavailableException(process + ": could not be run", e));
            throw e;
        }
    }
}
