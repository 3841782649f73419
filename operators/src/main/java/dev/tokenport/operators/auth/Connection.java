package dev.tokenport.operators.auth;

import dev.tokenport.http.ConnectionCheck;
import dev.tokenport.http.ProxyOptions;
import dev.tokenport.http.ProxyRule;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.TrustException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** How the authorization server is reached. Immutable. */
record Connection(
        @Parameter(
                id = "oauth_ca_file",
                label = "CA File",
                description = "A PEM file with the certificates to trust instead of Java's own; a relative path starts"
                        + " at the folder of the workflow.",
                advanced = true)
        String caFile,

        @Parameter(
                id = "oauth_proxy",
                label = "Proxy",
                description = "The proxy between this machine and the authorization server, such as"
                        + " `http://proxy.example.org:3128`; `none` for none. Empty: what the variables `https_proxy`,"
                        + " `http_proxy`, `all_proxy` and `no_proxy` say.",
                advanced = true)
        String proxy,

        @Parameter(
                id = "oauth_proxy_user",
                label = "Proxy User",
                description = "Who asks the proxy, if it wants to know.",
                advanced = true)
        String proxyUser,

        @Parameter(
                id = "oauth_proxy_password",
                label = "Proxy Password",
                description = "The password of the Proxy User.",
                advanced = true)
        Optional<Secret> proxyPassword,

        @Parameter(
                id = "allow_insecure_http",
                label = "Allow Insecure HTTP",
                description = "Whether a token endpoint on another machine may be asked over plain `http`. Everyone on"
                        + " the way can then read the credentials and the token.",
                defaultValue = "false",
                advanced = true)
        boolean allowInsecureHttp) {

    /** Checks the proxy. */
    Connection {
        rule(new ProxyOptions(proxy, proxyUser, proxyPassword));
    }

    /**
     * The transport of a request. No key is read yet.
     *
     * @throws OperatorException if the file with trusted certificates cannot be used
     */
    Transport transport(TokenRequest request, RunContext context) throws OperatorException {
        TransportOptions options = options(request, context);
        return trusting(() -> context.transports().with(options));
    }

    /**
     * A check of the way of a request.
     *
     * @param environment says which proxy there is if the parameters do not
     * @throws OperatorException if the file with trusted certificates cannot be used
     */
    ConnectionCheck check(TokenRequest request, RunContext context, Environment environment) throws OperatorException {
        TransportOptions options = options(request, context);
        return trusting(() -> ConnectionCheck.of(options, environment, context.time(), name -> "oauth_" + name));
    }

    private TransportOptions options(TokenRequest request, RunContext context) throws OperatorException {
        TransportOptions options = TransportOptions.DEFAULT;
        Optional<Path> authorities = KeyFiles.path("oauth_ca_file", caFile, context.projectFolder());
        if (authorities.isPresent()) {
            options = options.withCaFile(authorities.get());
        }
        if (request.clientCertificate().isPresent()) {
            options = options.withClientKey(request.clientCertificate().get());
        }
        var proxied = new ProxyOptions(proxy, proxyUser, proxyPassword).knownTo(context.redactor());
        return rule(proxied).map(options::withProxy).orElse(options);
    }

    private static <T> T trusting(Supplier<T> maker) throws OperatorException {
        try {
            return maker.get();
        } catch (TrustException e) {
            throw new OperatorException("oauth_ca_file: " + e.getMessage(), e);
        }
    }

    private static Optional<ProxyRule> rule(ProxyOptions options) {
        return options.rule(name -> "oauth_" + name);
    }
}
