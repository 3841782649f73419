package dev.tokenport.http;

import dev.tokenport.http.key.KeyFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How exchanges are made. Immutable.
 *
 * @param connectTimeout how long connecting, TLS included, may take; 10 s by default
 * @param caFile certificates to trust instead of the JDK's, PEM; read anew when a transport is made
 * @param clientKey the key and certificate that this side shows to a server that asks for one (RFC 8446 §4.4.2)
 * @param proxy through which proxy requests go; empty for the rule of the {@link Transports}
 */
public record TransportOptions(
        Duration connectTimeout, Optional<Path> caFile, Optional<KeyFile> clientKey, Optional<ProxyRule> proxy) {

    /** The defaults. */
    public static final TransportOptions DEFAULT =
            new TransportOptions(Duration.ofSeconds(10), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks that the time-out is positive. */
    public TransportOptions {
        Objects.requireNonNull(caFile);
        Objects.requireNonNull(clientKey);
        Objects.requireNonNull(proxy);
        if (connectTimeout.isZero() || connectTimeout.isNegative()) {
            throw new IllegalArgumentException("connectTimeout " + connectTimeout + " is not positive");
        }
    }

    /** The same with certificates of {@code file} to trust. */
    public TransportOptions withCaFile(Path file) {
        return new TransportOptions(connectTimeout, Optional.of(file), clientKey, proxy);
    }

    /** The same with another time-out for connecting. */
    public TransportOptions withConnectTimeout(Duration timeout) {
        return new TransportOptions(timeout, caFile, clientKey, proxy);
    }

    /** The same with a key and certificate to show. */
    public TransportOptions withClientKey(KeyFile key) {
        return new TransportOptions(connectTimeout, caFile, Optional.of(key), proxy);
    }

    /** The same with a rule for proxies. */
    public TransportOptions withProxy(ProxyRule rule) {
        return new TransportOptions(connectTimeout, caFile, clientKey, Optional.of(rule));
    }

    // Written out, here and in the key of the transports: those that Java makes for records cost a command its start.
    @Override
    public boolean equals(Object other) {
        return other instanceof TransportOptions that
                && connectTimeout.equals(that.connectTimeout)
                && caFile.equals(that.caFile)
                && clientKey.equals(that.clientKey)
                && proxy.equals(that.proxy);
    }

    @Override
    public int hashCode() {
        return Objects.hash(connectTimeout, caFile, clientKey, proxy);
    }
}
