package dev.tokenport.http;

import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.secret.SecretUnavailableException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the JDK's client through which proxy a request goes, and the proxy who asks. Thread-safe. */
final class Proxies extends ProxySelector {

    static final int AUTHENTICATION_REQUIRED = 407;

    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private final Supplier<ProxyRule> rule;

    Proxies(Supplier<ProxyRule> rule) {
        this.rule = rule;
    }

    Optional<ProxyRule.Proxy> of(URI url) throws TransportException {
        try {
            return rule.get().proxyFor(url);
        } catch (IllegalArgumentException e) {
            throw new TransportException(Fault.PROXY, String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether this Java sends Basic credentials to a proxy for a tunnel: not unless the process was started so. */
    static boolean tunnelsWithBasic() {
        String disabled = System.getProperty(DISABLED_SCHEMES);
        return disabled != null
                && Stream.of(disabled.split(","))
                        .noneMatch(scheme -> scheme.strip().equalsIgnoreCase("Basic"));
    }

    /**
     * The request with the proxy's user and password: sent at once, since the JDK's client would have to be refused first.
     * For a tunnel the client takes the header to the proxy and keeps it from the server.
     */
    static HttpRequest authorized(HttpRequest.Builder request, Optional<ProxyRule.Proxy> proxy)
            throws TransportException {
        if (proxy.isPresent() && proxy.get().user().isPresent()) {
            request.header(
                    "Proxy-Authorization", basic(proxy.get(), proxy.get().user().get()));
        }
        return request.build();
    }

    private static String basic(ProxyRule.Proxy proxy, String user) throws TransportException {
        try {
            String credentials =
                    user + ":" + proxy.password().map(secret -> secret.reveal()).orElse("");
            return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        } catch (SecretUnavailableException e) {
            throw new TransportException(
                    Fault.PROXY, "the password for the proxy " + proxy + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Proxy> select(URI url) {
        return List.of(rule.get()
                .proxyFor(url)
                .map(proxy -> new Proxy(Proxy.Type.HTTP, address(proxy)))
                .orElse(Proxy.NO_PROXY));
    }

    private static InetSocketAddress address(ProxyRule.Proxy proxy) {
        return InetSocketAddress.createUnresolved(proxy.host(), proxy.port());
    }

    @Override
    public void connectFailed(@Nullable URI url, @Nullable SocketAddress address, @Nullable IOException failure) {
        // The answer says so, too.
    }
}
