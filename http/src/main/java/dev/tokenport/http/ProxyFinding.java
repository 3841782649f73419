package dev.tokenport.http;

import java.util.Optional;

/**
 * Which proxy is on the way to a URL, and why. Immutable.
 *
 * @param proxy the proxy, empty for none
 * @param why who says so
 */
record ProxyFinding(Optional<ProxyRule.Proxy> proxy, String why) {

    /** Host and port, and never who asks. */
    @Override
    public String toString() {
        return proxy.map(Object::toString).orElse("none") + " (" + why + ")";
    }
}
