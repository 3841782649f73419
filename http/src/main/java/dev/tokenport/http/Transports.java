package dev.tokenport.http;

/** Makes transports, and keeps one per options, so that connections are reused. Thread-safe. */
public interface Transports {

    /**
     * The transport with these options.
     *
     * @throws TrustException if the CA file cannot be read or has no certificate; the message names the path
     */
    Transport with(TransportOptions options);

    /** Transports over the JDK's HTTP client, HTTP/1.1. */
    static Transports jdk() {
        throw new UnsupportedOperationException();
    }
}
