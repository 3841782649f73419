package dev.tokenport.service;

import dev.tokenport.http.ProxyOptions;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a service is reached. Immutable.
 *
 * @param caFile certificates to trust instead of the JDK's
 * @param certificateFile the certificate to show to a service that asks for one
 * @param keyFile its key
 * @param keyPassword what the key is encrypted with
 * @param proxy the proxy between this machine and the service
 * @param proxyUser who asks the proxy
 * @param proxyPassword the user's password
 */
public record Connection(
        @Parameter(
                id = "ca_file",
                label = "CA file",
                description =
                        "A PEM file with the certificates to trust instead of those of the Java runtime. A relative path starts at the folder of the workflow file.",
                advanced = true)
        Optional<String> caFile,

        @Parameter(
                id = "certificate_file",
                label = "Certificate file",
                description =
                        "The file with the certificate to show to a service that asks for one (mutual TLS), PEM or PKCS#12: a token that is bound to a certificate (RFC 8705) is good only with that one. Its key stands in the same file, or in the Key file. Read anew when it changes.",
                advanced = true)
        Optional<String> certificateFile,

        @Parameter(
                id = "key_file",
                label = "Key file",
                description = "The file with the key of the certificate, if it stands in a file of its own.",
                advanced = true)
        Optional<String> keyFile,

        @Parameter(
                id = "key_password",
                label = "Key password",
                description = "What the key of the certificate is encrypted with.",
                advanced = true)
        Optional<Secret> keyPassword,

        @Parameter(
                id = "proxy",
                label = "Proxy",
                description =
                        "The proxy between this machine and the service, such as `http://proxy.example.org:3128`; `none` for none. Empty: what the variables `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` say.",
                advanced = true)
        Optional<String> proxy,

        @Parameter(
                id = "proxy_user",
                label = "Proxy user",
                description = "Who asks the proxy, if it wants to know.",
                advanced = true)
        Optional<String> proxyUser,

        @Parameter(
                id = "proxy_password",
                label = "Proxy password",
                description = "The password of the Proxy user.",
                advanced = true)
        Optional<Secret> proxyPassword) {

    /** Directly, or as the environment says. */
    public static final Connection DEFAULT = new Connection(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Checks the values. */
    public Connection {
        if (certificateFile.filter(Connection::given).isEmpty()
                && keyFile.filter(Connection::given).isPresent()) {
            throw new IllegalArgumentException("key_file is given without certificate_file");
        }
        new ProxyOptions(proxy.orElse(""), proxyUser.orElse(""), proxyPassword).rule(name -> name);
    }

    /** What it means for exchanges. Nothing is read. */
    TransportOptions options(RunContext context) throws OperatorException {
        Path folder = context.projectFolder();
        TransportOptions options = TransportOptions.DEFAULT;
        Optional<Path> authorities = path("ca_file", caFile, folder);
        if (authorities.isPresent()) {
            options = options.withCaFile(authorities.get());
        }
        Optional<Path> certificate = path("certificate_file", certificateFile, folder);
        if (certificate.isPresent()) {
            Optional<Path> key = path("key_file", keyFile, folder);
            options = options.withClientKey(
                    key.isPresent()
                            ? new KeyFile(key.get(), certificate, keyPassword)
                            : new KeyFile(certificate.get(), Optional.empty(), keyPassword));
        }
        var proxied = new ProxyOptions(proxy.orElse(""), proxyUser.orElse(""), proxyPassword);
        return proxied.knownTo(context.redactor())
                .rule(name -> name)
                .map(options::withProxy)
                .orElse(options);
    }

    private static Optional<Path> path(String parameter, Optional<String> text, Path folder) throws OperatorException {
        try {
            return text.filter(Connection::given).map(folder::resolve);
        } catch (InvalidPathException e) {
            throw new OperatorException(parameter + " '" + text.orElse("") + "' is not a path", e);
        }
    }

    private static boolean given(String text) {
        return !text.isBlank();
    }
}
