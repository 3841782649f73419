package dev.tokenport.http;

import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.secret.SecretUnavailableException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** Knows through which proxy a request goes, and what tells the proxy who asks. Thread-safe. */
final class Proxies {

    static final int AUTHENTICATION_REQUIRED = 407;

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

    /** What tells the proxy who asks; empty if nobody in particular does. */
    static Optional<String> authorization(Optional<ProxyRule.Proxy> proxy) throws TransportException {
        return proxy.isPresent() && proxy.get().user().isPresent()
                ? Optional.of(basic(proxy.get(), proxy.get().user().get()))
                : Optional.empty();
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
}
