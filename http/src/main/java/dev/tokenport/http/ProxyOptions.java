package dev.tokenport.http;

import dev.tokenport.http.ProxyRule.Proxy;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A proxy as the options of a task or command give it. Prints no password. Immutable.
 *
 * @param url {@code http://host:port}; {@code none} for no proxy whatever the environment says; empty for what the
 *     environment says
 * @param user who asks the proxy, empty for nobody in particular
 * @param password the user's password
 */
public record ProxyOptions(String url, String user, Optional<Secret> password) {

    private static final String NONE = "none";

    /**
     * The rule that they make, empty for what the environment says.
     *
     * @param names makes the name of an option of {@code proxy}, {@code proxy_user} and {@code proxy_password}
     * @throws IllegalArgumentException if they do not fit; the message names the option
     */
    public Optional<ProxyRule> rule(UnaryOperator<String> names) {
        String option = names.apply("proxy");
        boolean proxied = !url.isBlank() && !url.strip().equals(NONE);
        if (!proxied && !user.isEmpty()) {
            throw new IllegalArgumentException(names.apply("proxy_user") + " is given without " + option);
        }
        if (user.isEmpty() && password.isPresent()) {
            throw new IllegalArgumentException(
                    names.apply("proxy_password") + " is given without " + names.apply("proxy_user"));
        }
        if (!proxied) {
            return url.isBlank() ? Optional.empty() : Optional.of(ProxyRule.DIRECT);
        }
        return Optional.of(ProxyRule.through(proxy(names, option)));
    }

    private Proxy proxy(UnaryOperator<String> names, String option) {
        Proxy proxy;
        try {
            proxy = Proxy.at(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " " + e.getMessage(), e);
        }
        if (user.isEmpty()) {
            return proxy;
        }
        try {
            return proxy.by(user, password.orElseGet(() -> Secret.of("")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(names.apply("proxy_user") + " '" + user + "' " + e.getMessage(), e);
        }
    }

    /** The same with a password that the redactor learns, with all its forms, whenever it is read. */
    public ProxyOptions knownTo(Redactor redactor) {
        return new ProxyOptions(
                url,
                user,
                password.map(secret -> Secret.from(secret.origin(), () -> {
                    String text = secret.reveal();
                    redactor.add(text);
                    redactor.add(user + ":" + text);
                    return text;
                })));
    }

    /** The URL, if it is fit to be shown. */
    @Override
    public String toString() {
        return "ProxyOptions[" + Urls.masked(url) + "]";
    }
}
