package dev.tokenport.http;

/** Makes transports, and keeps one per options, so that connections are reused. Thread-safe. */
public interface Transports {

    /**
     * The transport with these options.
     *
     * @throws TrustException if the CA file cannot be read or has no certificate; the message names the path
     */
    Transport with(TransportOptions options);

    /**
     * Transports over the JDK's HTTP client: HTTP/1.1, directly (no proxy), no redirects, no cookies, no authentication.
     * {@code Accept-Encoding: gzip} is sent unless the request has that header, and gzip is decoded. Their threads and
     * kept connections do not keep a process alive.
     */
    static Transports jdk() {
        return new JdkTransports();
    }
}
