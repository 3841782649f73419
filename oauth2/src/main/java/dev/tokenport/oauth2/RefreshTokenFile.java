package dev.tokenport.oauth2;

import dev.tokenport.http.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * A file that keeps a refresh token for the next time: one line with the token, which only its owner may read, replaced as
 * a whole. While a token is being used the file belongs to one process, which has locked an empty file beside it; that
 * one, {@code .NAME.lock}, stays. Immutable.
 *
 * @param path where it is; it need not be there yet, but its folder must
 */
public record RefreshTokenFile(Path path) {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** Checks that there is a path. */
    public RefreshTokenFile {
        Objects.requireNonNull(path);
    }

    /**
     * Waits until the file belongs to this process, and proves that it can be written.
     *
     * @param patience how long to wait at the most
     * @throws TokenConfigurationException if that is not enough, or the file cannot be written
     */
    RefreshTokenLease lease(TimeSource time, Duration patience)
            throws TokenConfigurationException, InterruptedException {
        long start = time.nanoTime();
        try {
            while (true) {
                var lease = RefreshTokenLease.tried(path);
                if (lease.isPresent()) {
                    return lease.get();
                }
                if (time.nanoTime() - start >= patience.toNanos()) {
                    throw RefreshTokenLease.fault(path, "is in use by another process", null);
                }
                time.sleep(LOOK_AGAIN);
            }
        } catch (IOException e) {
            throw RefreshTokenLease.fault(path, "cannot be written: " + RefreshTokenLease.reason(e), e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
