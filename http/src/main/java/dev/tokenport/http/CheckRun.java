package dev.tokenport.http;

import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.http.TransportException.TlsFault;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.http.key.KeyFileException;
import dev.tokenport.secret.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** One check of the way to one URL. For one thread, used once. */
final class CheckRun {

    /** A step on the way; prints as it is shown. */
    enum Step {
        URL,
        PROXY,
        DNS,
        TCP,
        TUNNEL,
        TLS,
        HTTP;

        @Override
        public String toString() {
            return this == PROXY || this == TUNNEL ? name().toLowerCase(Locale.ROOT) : name();
        }
    }

    private final URI url;
    private final World world;
    private final List<CheckedStep> steps = new ArrayList<>();
    private Step step = Step.URL;
    private Optional<ProxyRule.Proxy> proxy = Optional.empty();

    /**
     * What a check works with.
     *
     * @param options the options of the transport
     * @param trusted the certificates of their CA file
     * @param environment names the proxy where the options do not
     * @param time the clock
     * @param advice knows what to change
     */
    record World(
            TransportOptions options,
            List<X509Certificate> trusted,
            Environment environment,
            TimeSource time,
            Advice advice) {}

    CheckRun(URI url, World world) {
        this.url = url;
        this.world = world;
    }

    List<CheckedStep> steps() throws InterruptedException {
        try {
            passed(Urls.shown(url));
            step = Step.PROXY;
            ProxyFinding finding = finding();
            proxy = finding.proxy();
            passed(finding.toString());
            ClientKey clientKey = clientKey();
            try (var probe =
                    new Probe(new Way(url, proxy, clientKey), world.options().connectTimeout(), world.time())) {
                connect(probe);
                speak(probe, clientKey);
            }
        } catch (TransportException e) {
            steps.add(new CheckedStep(
                    step.toString(),
                    false,
                    e.getMessage(),
                    Optional.of(world.advice().of(step, e, proxy))));
        } catch (IOException e) {
            throw new IllegalStateException("a server is trusted that has no certificate", e);
        }
        return List.copyOf(steps);
    }

    private ProxyFinding finding() throws TransportException {
        Optional<ProxyRule> rule = world.options().proxy();
        if (rule.isPresent()) {
            String option = world.advice().names().apply("proxy");
            Optional<ProxyRule.Proxy> found = rule.get().proxyFor(url);
            return new ProxyFinding(found, (found.isPresent() ? "from " : "so says ") + option);
        }
        try {
            return ProxyVariables.finding(world.environment(), url);
        } catch (IllegalArgumentException e) {
            throw new TransportException(Fault.PROXY, String.valueOf(e.getMessage()), e);
        }
    }

    private ClientKey clientKey() throws TransportException {
        Optional<KeyFile> file = world.options().clientKey().filter(any -> isTls());
        try {
            return file.map(key -> ClientKey.of(key, key.readCertified())).orElseGet(ClientKey::none);
        } catch (KeyFileException e) {
            step = Step.TLS;
            throw new TransportException(Fault.CLIENT_KEY, e.getMessage(), e);
        }
    }

    private void connect(Probe probe) throws TransportException, InterruptedException {
        step = Step.DNS;
        String host = proxy.map(ProxyRule.Proxy::host).orElseGet(url::getHost);
        int port = proxy.map(ProxyRule.Proxy::port).orElseGet(() -> Urls.port(url));
        long start = world.time().nanoTime();
        List<InetAddress> addresses = probe.addresses(host);
        String of = proxy.isPresent() ? "the proxy host " + host : host;
        passed(
                HostNames.isAddress(host)
                        ? "not asked: " + of + " is an address"
                        : of + " is "
                                + addresses.stream()
                                        .map(InetAddress::getHostAddress)
                                        .collect(Collectors.joining(", "))
                                + since(start)
                                + (proxy.isPresent() ? "; the proxy looks up " + url.getHost() : ""));
        step = Step.TCP;
        start = world.time().nanoTime();
        probe.connect(addresses, port);
        passed("connected to " + proxy.map(by -> "the proxy " + by).orElseGet(() -> Urls.hostAndPort(url))
                + since(start));
        if (proxy.isPresent() && isTls()) {
            step = Step.TUNNEL;
            start = world.time().nanoTime();
            probe.tunnel(proxy.get());
            passed("the proxy has connected to " + Urls.hostAndPort(url) + since(start));
        }
    }

    private void speak(Probe probe, ClientKey clientKey) throws IOException, InterruptedException {
        Optional<CheckedStep> secured = Optional.empty();
        if (isTls()) {
            step = Step.TLS;
            SSLSession session = probe.handshake(context(clientKey));
            var finding = new HandshakeFinding(new Way(url, proxy, clientKey), session, trusted());
            secured = Optional.of(new CheckedStep(
                    step.toString(),
                    true,
                    finding.words(),
                    finding.advice(world.time().now())));
        }
        ClassicHttpResponse head;
        try {
            head = probe.head();
        } catch (TransportException e) {
            TransportException end = ofHandshake(e, clientKey);
            if (end.fault() != Fault.TLS) {
                secured.ifPresent(steps::add);
                step = Step.HTTP;
            }
            throw end;
        }
        secured.ifPresent(steps::add);
        step = Step.HTTP;
        passed(head.getVersion() + " with status " + head.getCode() + " (asked with HEAD, without credentials)");
    }

    // TLS 1.3 refuses a client after its part of the handshake: when it reads for the first time. What was said of it
    // may be
    // lost with the connection.
    private TransportException ofHandshake(TransportException end, ClientKey clientKey) {
        boolean lost = end.fault() == Fault.BROKEN && !(end.getCause() instanceof ProtocolException);
        return lost && new Way(url, proxy, clientKey).lacksCertificate()
                ? TransportException.tls(TlsFault.CLIENT_CERTIFICATE, end.getMessage(), end)
                : end;
    }

    private SSLContext context(ClientKey clientKey) {
        return world.options().caFile().isPresent()
                ? TlsContexts.trusting(world.trusted(), clientKey)
                : TlsContexts.standard(clientKey);
    }

    private String trusted() {
        return world.options()
                .caFile()
                .map(file -> names("ca_file") + " '" + file + "'")
                .orElse("Java's authorities");
    }

    private String names(String option) {
        return world.advice().names().apply(option);
    }

    private boolean isTls() {
        return Urls.isTls(url);
    }

    private String since(long start) {
        return " (" + Duration.ofNanos(world.time().nanoTime() - start).toMillis() + " ms)";
    }

    private void passed(String found) {
        steps.add(new CheckedStep(step.toString(), true, found, Optional.empty()));
    }
}
