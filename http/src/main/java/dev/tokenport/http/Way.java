package dev.tokenport.http;

import java.net.URI;
import java.util.Optional;

/**
 * How a request goes to its server.
 *
 * @param url where to
 * @param proxy through which proxy
 * @param clientKey which certificate is shown to a server that asks
 */
record Way(URI url, Optional<ProxyRule.Proxy> proxy, ClientKey clientKey) {

    /** The name that is looked up. */
    String lookedUp() {
        return proxy.map(by -> "proxy host '" + by.host() + "'").orElseGet(() -> "host '" + url.getHost() + "'");
    }

    /** Host and port of the server. */
    String target() {
        return Urls.hostAndPort(url);
    }

    /** Host and port of the server, and the proxy. */
    String peer() {
        return target() + proxy.map(by -> " (through the proxy " + by + ")").orElse("");
    }

    /** Host and port to which a connection is made. */
    String connected() {
        return proxy.map(by -> "the proxy " + by + " (on the way to " + target() + ")")
                .orElseGet(this::target);
    }

    /** Whether the server has asked for a certificate, and there is none to show. */
    boolean lacksCertificate() {
        return clientKey.file().isEmpty() && clientKey.askedBy(url.getHost(), Urls.port(url));
    }
}
