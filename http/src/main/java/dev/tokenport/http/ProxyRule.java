package dev.tokenport.http;

import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Through which proxy a request goes: as it is for {@code http} URLs, through a tunnel ({@code CONNECT}, RFC 9110 §9.3.6)
 * for {@code https} URLs. Immutable.
 *
 * @param http the proxy for {@code http} URLs
 * @param https the proxy for {@code https} URLs
 * @param except the hosts that are asked directly, as {@code NO_PROXY} lists them: {@code *} for all, a name for itself and
 *     all names under it, with or without a dot in front, an IP address, a block of them ({@code 10.0.0.0/8}); a port behind
 *     any of them ({@code example.org:8080}) limits it to that port
 */
public record ProxyRule(Optional<Proxy> http, Optional<Proxy> https, List<String> except) {

    /** No proxy for anything. */
    public static final ProxyRule DIRECT = new ProxyRule(Optional.empty(), Optional.empty(), List.of());

    /**
     * A proxy, which is spoken to over plain http. Prints host and port only. Immutable.
     *
     * @param host its name or IP address
     * @param port its port
     * @param user who asks it, empty for nobody in particular; shown to this proxy only (RFC 7617)
     * @param password the user's password, read at each request
     */
    public record Proxy(String host, int port, Optional<String> user, Optional<Secret> password) {

        /** Checks that nothing is null. */
        public Proxy {
            Objects.requireNonNull(host);
            Objects.requireNonNull(user);
            Objects.requireNonNull(password);
        }

        /**
         * A proxy as configuration names it.
         *
         * @param text {@code http://host:port}; port 80 if none is given
         * @throws IllegalArgumentException if it is something else, or has user info in it; the message is a predicate to
         *     put behind the name of the option
         */
        public static Proxy at(String text) {
            return ProxyUrl.proxy(text);
        }

        /**
         * The same, asked by a user.
         *
         * @throws IllegalArgumentException if the name has a colon in it (RFC 7617 §2)
         */
        public Proxy by(String name, Secret secret) {
            if (name.indexOf(':') >= 0) {
                throw new IllegalArgumentException("has a colon in it, which the name of a proxy's user cannot have");
            }
            return new Proxy(host, port, Optional.of(name), Optional.of(secret));
        }

        /** Host and port: {@code proxy.example.org:3128}. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** Copies the list. */
    public ProxyRule {
        Objects.requireNonNull(http);
        Objects.requireNonNull(https);
        except = List.copyOf(except);
    }

    /** This proxy for everything. */
    public static ProxyRule through(Proxy proxy) {
        return new ProxyRule(Optional.of(proxy), Optional.of(proxy), List.of());
    }

    /**
     * What the usual variables say: {@code https_proxy}, {@code HTTPS_PROXY}, {@code http_proxy} (in lower case only, since
     * any caller of a CGI program can set {@code HTTP_PROXY}), {@code all_proxy}, {@code ALL_PROXY}, {@code no_proxy},
     * {@code NO_PROXY}. This machine itself is always asked directly.
     *
     * @throws IllegalArgumentException if a variable is not the URL of an http proxy; the message names it, and not its user
     *     info
     */
    public static ProxyRule of(Environment environment) {
        return ProxyVariables.rule(environment);
    }

    /** Lets a redactor learn the passwords for the proxies, which are read now. */
    public void tell(Redactor redactor) {
        Stream.of(http, https)
                .flatMap(Optional::stream)
                .forEach(proxy -> proxy.password().map(Secret::reveal).ifPresent(password -> {
                    redactor.add(password);
                    redactor.add(proxy.user().orElse("") + ":" + password);
                }));
    }

    /** The proxy through which this URL is asked, empty if it is asked directly. */
    public Optional<Proxy> proxyFor(URI url) {
        Optional<Proxy> proxy = Urls.isTls(url) ? https : http;
        return proxy.filter(p -> !DirectHosts.include(url, except));
    }
}
