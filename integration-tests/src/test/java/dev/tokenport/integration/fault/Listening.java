package dev.tokenport.integration.fault;

/**
 * How a server listens, and how it is called. Immutable.
 *
 * @param scheme the scheme of its URL
 * @param host the host of its URL
 * @param port how it listens at its port
 * @param trusted whether the client trusts the authority of the test
 */
record Listening(String scheme, String host, Port port, boolean trusted) {

    /** How a port listens. */
    enum Port {
        /** In plain text. */
        PLAIN,
        /** Not at all. */
        CLOSED,
        /** TLS with a good certificate. */
        TLS,
        WRONG_NAME,
        EXPIRED,
        NOT_YET_VALID,
        SELF_SIGNED,
        /** TLS with a good certificate, and with no cipher that such a certificate can be used with. */
        UNFIT_CIPHER
    }

    static Listening plain() {
        return new Listening("http", "localhost", Port.PLAIN, false);
    }

    static Listening tls(Port port) {
        return new Listening("https", "localhost", port, true);
    }

    Listening untrusted() {
        return new Listening(scheme, host, port, false);
    }

    Listening calledBy(String otherScheme, String otherHost) {
        return new Listening(otherScheme, otherHost, port, trusted);
    }
}
