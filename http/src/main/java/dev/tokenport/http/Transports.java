package dev.tokenport.http;

import java.util.function.Supplier;

/** Makes transports, and keeps one per options, so that connections are reused. Thread-safe. */
public interface Transports {

    /**
     * The transport with these options.
     *
     * @throws TrustException if the CA file cannot be read or has no certificate; the message names the path
     */
    Transport with(TransportOptions options);

    /**
     * Makes what requests over TLS with the {@linkplain TransportOptions#DEFAULT default options} need, without sending anything:
     * the first one need not wait for it then. A call in another thread does no harm, whatever becomes of it.
     */
    default void prepareTls() {}

    /**
     * Transports that ask servers directly: HTTP/1.1, no redirects, no cookies, no authentication of their own; no proxy
     * unless the options say otherwise. {@code Accept-Encoding: gzip} is sent unless the request has that header, and gzip is
     * decoded. They have no threads.
     */
    static Transports direct() {
        return through(() -> ProxyRule.DIRECT);
    }

    /**
     * The same, through proxies.
     *
     * @param standard gives the rule for all requests whose options have none, such as {@link ProxyRule#of} the
     *     environment; asked once, when the first request is sent, which fails with the message of an
     *     {@link IllegalArgumentException}
     */
    static Transports through(Supplier<ProxyRule> standard) {
        return new SocketTransports(standard);
    }
}
