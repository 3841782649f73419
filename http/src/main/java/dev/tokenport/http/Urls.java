package dev.tokenport.http;

import java.net.URI;
import java.util.Optional;

/** The rules for URLs that credentials or tokens are sent to, and how a URL is shown. */
public final class Urls {

    private Urls() {}

    /** Whether plain {@code http} to a host that is not this machine is accepted. */
    public enum InsecureHttp {
        /** Only to this machine: {@code localhost}, {@code *.localhost}, 127.0.0.0/8 and {@code [::1]}. */
        LOOPBACK_ONLY,
        /** To any host. */
        ALLOWED
    }

    /**
     * What is wrong with a text as the URL of a protected service or token endpoint: not http(s), no host, user info, a
     * fragment, or plain http to a far host.
     *
     * @return a predicate to put behind the name of the option, such as {@code 'htp://x' is not an http(s) URL}; empty if
     *     nothing is wrong. User info is shown as {@code https://***@host/…}
     */
    public static Optional<String> fault(String url, InsecureHttp insecureHttp) {
        throw new UnsupportedOperationException(url + insecureHttp);
    }

    /** Whether the host is this machine by its text alone, without asking DNS. */
    public static boolean isLoopback(URI url) {
        throw new UnsupportedOperationException(url.getPath());
    }

    /** Scheme, host and port (if any): {@code https://idp.example.org}. */
    public static String origin(URI url) {
        throw new UnsupportedOperationException(url.getPath());
    }

    /** The URL as it may be shown: without query and fragment, user info as {@code ***}. */
    public static String shown(URI url) {
        throw new UnsupportedOperationException(url.getPath());
    }
}
