package dev.tokenport.http;

import dev.tokenport.secret.Environment;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Goes the way that a request to a server would go, step by step, and tells what it finds: URL, proxy, DNS, TCP, tunnel (https
 * through a proxy), TLS and HTTP. With options and rules of a {@link Transport}, but on a connection of its own, over which
 * nothing confidential is sent but what the proxy is told of who asks. No step takes longer than connecting may take.
 * Thread-safe.
 */
public final class ConnectionCheck {

    private final CheckRun.World world;

    private ConnectionCheck(CheckRun.World world) {
        this.world = world;
    }

    /**
     * A check of the ways that a transport with these options goes.
     *
     * @param options the options; their CA file is read now
     * @param environment says which proxy there is if the options do not
     * @param time the clock
     * @param names makes the name of an option of {@code proxy}, {@code proxy_user}, {@code proxy_password}, {@code ca_file}
     *     and {@code certificate_file}
     * @throws TrustException if the CA file cannot be read or has no certificate; the message names the path
     */
    public static ConnectionCheck of(
            TransportOptions options, Environment environment, TimeSource time, UnaryOperator<String> names) {
        List<X509Certificate> trusted =
                options.caFile().map(CertificateFile::certificates).orElse(List.of());
        return new ConnectionCheck(
                new CheckRun.World(options, trusted, environment, time, new Advice(names, options.caFile())));
    }

    /**
     * Goes the way to a URL in which {@link Urls#fault} finds nothing wrong.
     *
     * @return the steps in order, up to the first that is not passed
     * @throws InterruptedException as soon as the thread is interrupted
     */
    public List<CheckedStep> steps(URI url) throws InterruptedException {
        return new CheckRun(url, world).steps();
    }
}
