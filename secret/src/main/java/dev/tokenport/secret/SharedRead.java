package dev.tokenport.secret;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One reading of a text that several threads wait for. Thread-safe. */
final class SharedRead {

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long since;
    private volatile @Nullable String text;
    private volatile @Nullable SecretUnavailableException failure;

    /** A reading that begins now. */
    SharedRead(long now) {
        this.since = now;
    }

    void succeed(String read, long now) {
        since = now;
        text = read;
        done.countDown();
    }

    void fail(SecretUnavailableException why) {
        failure = why;
        done.countDown();
    }

    /** Whether it has been done, and that was too long ago. */
    boolean isOld(long now, Duration longest) {
        return done.getCount() == 0 && now - since >= longest.toNanos();
    }

    /** What was read, by whoever does it. */
    String await() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadInterruptedException("interrupted while waiting for a secret", e);
        }
        SecretUnavailableException why = failure;
        if (why instanceof ReadInterruptedException) {
            throw new ReadInterruptedException(String.valueOf(why.getMessage()), why);
        }
        if (why != null) {
            throw new SecretUnavailableException(String.valueOf(why.getMessage()), why);
        }
        return Objects.requireNonNull(text);
    }
}
