package dev.tokenport.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How exchanges are made. Immutable.
 *
 * @param connectTimeout how long connecting, TLS included, may take; 10 s by default
 * @param caFile certificates to trust instead of the JDK's, PEM; read anew when a transport is made
 */
public record TransportOptions(Duration connectTimeout, Optional<Path> caFile) {

    /** The defaults. */
    public static final TransportOptions DEFAULT = new TransportOptions(Duration.ofSeconds(10), Optional.empty());

    /** Checks that the time-out is positive. */
    public TransportOptions {
        Objects.requireNonNull(caFile);
        if (connectTimeout.isZero() || connectTimeout.isNegative()) {
            throw new IllegalArgumentException("connectTimeout " + connectTimeout + " is not positive");
        }
    }

    /** The same with certificates of {@code file} to trust. */
    public TransportOptions withCaFile(Path file) {
        return new TransportOptions(connectTimeout, Optional.of(file));
    }

    /** The same with another time-out for connecting. */
    public TransportOptions withConnectTimeout(Duration timeout) {
        return new TransportOptions(timeout, caFile);
    }
}
