package dev.tokenport.cli;

import dev.tokenport.http.ProxyOptions;
import dev.tokenport.http.ProxyRule;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.secret.Redactor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options that say through which proxy the authorization server is asked, as given. For one thread. */
final class ProxyArguments implements Arguments.Group {

    private final Arguments arguments = new Arguments();

    final Given<@Nullable String> url = arguments.text(
            "--proxy",
            "URL",
            "The proxy on the way, http://host:port, or none (default: what https_proxy, http_proxy,"
                    + " all_proxy and no_proxy say).");

    final Given<@Nullable String> user = arguments.text("--proxy-user", "NAME", "Who asks the proxy.");

    final Given<@Nullable String> password = arguments.secret(
            "--proxy-password", "Where the password for the proxy stands (default: OAUTH_PROXY_PASSWORD).");

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** Adds what is wrong to the faults. */
    void check(TokenInputs inputs, List<String> faults) {
        try {
            rule(options(inputs));
        } catch (IllegalArgumentException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    /** The same transport through the proxy, whose password the redactor learns. */
    TransportOptions addTo(TransportOptions transport, TokenInputs inputs, Redactor redactor) {
        return rule(options(inputs).knownTo(redactor)).map(transport::withProxy).orElse(transport);
    }

    private ProxyOptions options(TokenInputs inputs) {
        // A variable may hold the password for whoever is named here or nobody.
        boolean used = user.value() != null || password.value() != null;
        return new ProxyOptions(
                url.value() == null ? "" : url.value(),
                user.value() == null ? "" : user.value(),
                used ? inputs.secret(TokenInput.PROXY_PASSWORD) : Optional.empty());
    }

    private static Optional<ProxyRule> rule(ProxyOptions options) {
        return options.rule(name -> "--" + name.replace('_', '-'));
    }
}
