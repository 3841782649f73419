package dev.tokenport.cli;

import dev.tokenport.http.ProxyOptions;
import dev.tokenport.http.ProxyRule;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.secret.Redactor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say through which proxy the authorization server is asked, as given. For one thread. */
final class ProxyArguments {

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "The proxy on the way, http://host:port, or none (default: what https_proxy, http_proxy,"
                    + " all_proxy and no_proxy say).")
    @Nullable
    String url;

    @Option(names = "--proxy-user", paramLabel = "NAME", description = "Who asks the proxy.")
    @Nullable
    String user;

    @Option(
            names = "--proxy-password",
            paramLabel = "REFERENCE|-",
            description = "Where the password for the proxy stands (default: OAUTH_PROXY_PASSWORD).")
    @Nullable
    String password;

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
        boolean used = user != null || password != null;
        return new ProxyOptions(
                url == null ? "" : url,
                user == null ? "" : user,
                used ? inputs.secret(TokenInput.PROXY_PASSWORD) : Optional.empty());
    }

    private static Optional<ProxyRule> rule(ProxyOptions options) {
        return options.rule(name -> "--" + name.replace('_', '-'));
    }
}
