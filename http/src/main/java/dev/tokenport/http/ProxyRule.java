package dev.tokenport.http;

import dev.tokenport.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Through which proxy a request goes. Immutable.
 *
 * @param http the proxy for {@code http} URLs
 * @param https the proxy for {@code https} URLs
 * @param except the hosts that are asked directly, as {@code NO_PROXY} lists them
 */
public record ProxyRule(Optional<Proxy> http, Optional<Proxy> https, List<String> except) {

    /** No proxy for anything. */
    public static final ProxyRule DIRECT = new ProxyRule(Optional.empty(), Optional.empty(), List.of());

    /**
     * A proxy. Prints its URL only. Immutable.
     *
     * @param url where it listens: scheme, host and port
     * @param user who asks it, empty for nobody in particular
     * @param password the user's password
     */
    public record Proxy(URI url, Optional<String> user, Optional<Secret> password) {

        /** Checks that nothing is null. */
        public Proxy {
            Objects.requireNonNull(url);
            Objects.requireNonNull(user);
            Objects.requireNonNull(password);
        }

        @Override
        public String toString() {
            return "Proxy[" + Urls.shown(url) + "]";
        }
    }

    /** Copies the list. */
    public ProxyRule {
        Objects.requireNonNull(http);
        Objects.requireNonNull(https);
        except = List.copyOf(except);
    }
}
