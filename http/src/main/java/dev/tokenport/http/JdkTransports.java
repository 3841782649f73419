package dev.tokenport.http;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Transports over the JDK's HTTP client. A CA file is read whenever a transport is asked for, so a changed one gives a new
 * transport. Thread-safe.
 */
final class JdkTransports implements Transports {

    private final Map<Key, Transport> transports = new ConcurrentHashMap<>();

    private record Key(Duration connectTimeout, boolean ownTrust, List<X509Certificate> trusted) {}

    @Override
    public Transport with(TransportOptions options) {
        List<X509Certificate> trusted =
                options.caFile().map(CertificateFile::certificates).orElse(List.of());
        var key = new Key(options.connectTimeout(), options.caFile().isPresent(), trusted);
        return transports.computeIfAbsent(
                key,
                k -> new JdkTransport(
                        k.connectTimeout(),
                        () -> k.ownTrust() ? TlsContexts.trusting(k.trusted()) : TlsContexts.standard()));
    }
}
