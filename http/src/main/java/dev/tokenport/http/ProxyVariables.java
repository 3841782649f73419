package dev.tokenport.http;

import dev.tokenport.http.ProxyRule.Proxy;
import dev.tokenport.secret.Environment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the usual variables say about proxies, read as curl reads them. */
final class ProxyVariables {

    private static final List<String> HTTPS = List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
    private static final List<String> HTTP = List.of("http_proxy", "all_proxy", "ALL_PROXY");
    private static final List<String> EXCEPT = List.of("no_proxy", "NO_PROXY");

    /** With these, credentials for this machine never leave it. */
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.0/8", "::1");

    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");

    private final Environment environment;

    private ProxyVariables(Environment environment) {
        this.environment = environment;
    }

    static ProxyRule rule(Environment environment) {
        var variables = new ProxyVariables(environment);
        var except = new ArrayList<>(THIS_MACHINE);
        variables
                .first(EXCEPT)
                .map(variables::value)
                .ifPresent(list -> SEPARATORS
                        .splitAsStream(list)
                        .filter(entry -> !entry.isEmpty())
                        .forEach(except::add));
        if (except.contains("*")) {
            return ProxyRule.DIRECT;
        }
        return new ProxyRule(variables.proxy(HTTP), variables.proxy(HTTPS), except);
    }

    /**
     * What the variables say about one URL, and which of them.
     *
     * @throws IllegalArgumentException as {@link ProxyRule#of}
     */
    static ProxyFinding finding(Environment environment, URI url) {
        var variables = new ProxyVariables(environment);
        List<String> names = Urls.isTls(url) ? HTTPS : HTTP;
        Optional<String> variable = variables.first(names);
        Optional<Proxy> proxy = rule(environment).proxyFor(url);
        if (proxy.isPresent()) {
            return new ProxyFinding(proxy, "from " + variable.orElseThrow());
        }
        if (DirectHosts.include(url, THIS_MACHINE)) {
            return new ProxyFinding(proxy, "this machine is asked directly");
        }
        if (variable.isEmpty()) {
            return new ProxyFinding(proxy, "not set: " + String.join(", ", names));
        }
        return new ProxyFinding(
                proxy,
                variables.value(variable.get()).isBlank()
                        ? variable.get() + " is empty"
                        : variables.first(EXCEPT).orElseThrow() + " has " + url.getHost() + " asked directly");
    }

    /** The first variable that is set decides, even if it is empty. */
    private Optional<Proxy> proxy(List<String> names) {
        return first(names).filter(name -> !value(name).isBlank()).map(this::proxy);
    }

    private Proxy proxy(String name) {
        try {
            return ProxyUrl.proxyOfUser(value(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the variable " + name + " " + e.getMessage(), e);
        }
    }

    private Optional<String> first(List<String> names) {
        return names.stream()
                .filter(name -> environment.variable(name).isPresent())
                .findFirst();
    }

    private String value(String name) {
        return environment.variable(name).orElse("");
    }
}
