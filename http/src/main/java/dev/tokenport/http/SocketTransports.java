package dev.tokenport.http;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Transports over sockets. A CA file is read whenever a transport is asked for, so a changed one gives a new
 * transport. Thread-safe.
 */
final class SocketTransports implements Transports {

    private final Map<Key, Transport> transports = new ConcurrentHashMap<>();

    private final Supplier<ProxyRule> standard;

    private record Key(TransportOptions options, List<X509Certificate> trusted) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && options.equals(that.options) && trusted.equals(that.trusted);
        }

        @Override
        public int hashCode() {
            return options.hashCode() + 31 * trusted.hashCode();
        }
    }

    /**
     * Transports that obey this rule where the options have none.
     *
     * @param standard gives the rule; asked when the first request is sent
     */
    SocketTransports(Supplier<ProxyRule> standard) {
        this.standard = new Once<>(standard)::get;
    }

    @Override
    public Transport with(TransportOptions options) {
        List<X509Certificate> trusted =
                options.caFile().map(CertificateFile::certificates).orElse(List.of());
        return transports.computeIfAbsent(new Key(options, trusted), this::made);
    }

    @Override
    public void prepareTls() {
        if (with(TransportOptions.DEFAULT) instanceof SocketTransport transport) {
            transport.prepareTls();
        }
    }

    private Transport made(Key key) {
        Transport bare = made(key, ClientKey.none());
        return key.options()
                .clientKey()
                .map(file ->
                        (Transport) new CertifiedTransport(file, bare, read -> made(key, ClientKey.of(file, read))))
                .orElse(bare);
    }

    private Transport made(Key key, ClientKey shown) {
        TransportOptions options = key.options();
        Supplier<ProxyRule> rule =
                options.proxy().<Supplier<ProxyRule>>map(given -> () -> given).orElse(standard);
        return new SocketTransport(
                options.connectTimeout(),
                new Proxies(rule),
                shown,
                own -> options.caFile().isPresent()
                        ? TlsContexts.trusting(key.trusted(), own)
                        : TlsContexts.standard(own));
    }
}
