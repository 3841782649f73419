package dev.tokenport.integration.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tokenport.http.Deadline;
import dev.tokenport.http.Headers;
import dev.tokenport.http.ProxyRule;
import dev.tokenport.http.ProxyRule.Proxy;
import dev.tokenport.http.Request;
import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportException;
import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.integration.keycloak.Certificates;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ForwardProxy;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.RefusingPort;
import dev.tokenport.testkit.ScriptedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests through a proxy. */
@Timeout(120)
final class ProxyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static Certificates certificates;

    @SuppressWarnings("NullAway.Init") // started before each test
    private ScriptedServer secure;

    @SuppressWarnings("NullAway.Init") // started before each test
    private ScriptedServer plain;

    @SuppressWarnings("NullAway.Init") // started before each test
    private ForwardProxy proxy;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.in(folder);
    }

    @BeforeEach
    void start() throws Exception {
        secure = ScriptedServer.start(certificates.server()).otherwise(request -> Answer.of(200, "text/plain", "ok"));
        plain = ScriptedServer.start().otherwise(request -> Answer.of(200, "text/plain", "ok"));
        proxy = ForwardProxy.start();
    }

    @AfterEach
    void stop() {
        proxy.close();
        plain.close();
        secure.close();
    }

    @Test
    void https_goesThroughATunnel() throws Exception {
        Transport transport = through(Proxy.at("http://" + proxy.address()));

        String first = get(secure.url("/a"), transport);
        get(secure.url("/b"), transport);

        assertThat(first).isEqualTo("ok");
        assertThat(proxy.requests())
                .extracting(RecordedRequest::method, RecordedRequest::target)
                .containsExactly(tuple("CONNECT", "127.0.0.1:" + secure.port()));
        assertThat(secure.requests()).extracting(RecordedRequest::target).containsExactly("/a", "/b");
    }

    @Test
    void http_goesInAbsoluteForm() throws Exception {
        assertThat(get(plain.url("/a?b=c"), through(Proxy.at(proxy.address())))).isEqualTo("ok");

        assertThat(proxy.requests())
                .extracting(RecordedRequest::method, RecordedRequest::target)
                .containsExactly(tuple("GET", plain.url("/a?b=c").toString()));
    }

    @Test
    void credentials_forATunnel_areSentToTheProxyOnly() throws Exception {
        proxy.demanding("jürgen", "p:ss €");
        Transport transport = through(Proxy.at(proxy.address()).by("jürgen", Secret.of("p:ss €")));

        get(secure.url("/a"), transport);
        get(secure.url("/b"), transport);

        assertThat(proxy.requests()).hasSize(1);
        assertThat(secure.requests())
                .allSatisfy(request -> assertThat(request.headers().contains("Proxy-Authorization"))
                        .isFalse())
                .hasSize(2);
    }

    @Test
    void credentials_forPlainHttp_areSentToTheProxy() throws Exception {
        proxy.demanding("user", "word");

        assertThat(get(plain.url("/"), through(Proxy.at(proxy.address()).by("user", Secret.of("word")))))
                .isEqualTo("ok");
        assertThat(plain.request().headers().contains("Proxy-Authorization")).isFalse();
    }

    @Test
    void credentials_areNotSentWithoutAProxy() throws Exception {
        var proxied = Proxy.at(proxy.address()).by("user", Secret.of("word"));
        var rule = new ProxyRule(Optional.of(proxied), Optional.of(proxied), List.of("127.0.0.0/8"));

        get(plain.url("/"), Transports.direct().with(TransportOptions.DEFAULT.withProxy(rule)));

        assertThat(proxy.requests()).isEmpty();
        assertThat(plain.request().headers().contains("Proxy-Authorization")).isFalse();
    }

    @Test
    void password_thatCannotBeRead_isReported() {
        var password = Secret.from("env:WORD", () -> {
            throw new SecretUnavailableException("${env:WORD}: not set");
        });

        assertFault(
                secure.url("/"),
                through(Proxy.at(proxy.address()).by("user", password)),
                Fault.PROXY,
                "the password for the proxy " + proxy.address() + " cannot be read: ${env:WORD}: not set");
        assertThat(proxy.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void proxy_thatDemandsCredentials_isNamed(boolean tls) {
        proxy.demanding("user", "word");
        URI url = (tls ? secure : plain).url("/");

        assertFault(
                url,
                through(Proxy.at(proxy.address())),
                Fault.PROXY,
                "the proxy " + proxy.address() + " demands user and password (HTTP 407, on the way to "
                        + url.getAuthority() + ")");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void proxy_thatRefusesCredentials_isNamed(boolean tls) {
        proxy.demanding("user", "word");
        URI url = (tls ? secure : plain).url("/");

        assertFault(
                url,
                through(Proxy.at(proxy.address()).by("user", Secret.of("wrong"))),
                Fault.PROXY,
                "the proxy " + proxy.address() + " refuses the user and password that were given for it (HTTP 407, on"
                        + " the way to " + url.getAuthority() + ")");
    }

    @ParameterizedTest
    @CsvSource({"403, Forbidden, PROXY", "502, Bad Gateway, REFUSED", "503, Service Unavailable, REFUSED"})
    void tunnel_thatIsRefused_isNamed(int status, String reason, Fault fault) {
        proxy.refusing(status + " " + reason);

        assertFault(
                secure.url("/"),
                through(Proxy.at(proxy.address())),
                fault,
                "the proxy " + proxy.address() + " did not connect to 127.0.0.1:" + secure.port() + " (HTTP " + status
                        + ")");
    }

    @Test
    void proxy_whereNobodyListens_isNamed() {
        try (var gone = RefusingPort.open()) {
            String address = "localhost:" + gone.port();

            assertFault(
                    secure.url("/"),
                    through(Proxy.at(address)),
                    Fault.REFUSED,
                    "connection to the proxy " + address + " (on the way to 127.0.0.1:" + secure.port() + ") refused");
        }
    }

    @Test
    void proxy_ofAnUnknownName_isNamed() {
        assertFault(
                secure.url("/"),
                through(Proxy.at("proxy.invalid:3128")),
                Fault.UNKNOWN_HOST,
                "unknown proxy host 'proxy.invalid'");
    }

    private static Transport through(Proxy proxy) {
        return Transports.direct()
                .with(TransportOptions.DEFAULT
                        .withCaFile(certificates.authority())
                        .withProxy(ProxyRule.through(proxy)));
    }

    private static String get(URI url, Transport transport) throws Exception {
        try (var response = transport.send(
                Request.of("GET", url, Headers.none()), Deadline.after(Duration.ofSeconds(50), TimeSource.system()))) {
            return new String(response.bodyWithin(1000), StandardCharsets.UTF_8);
        }
    }

    private static void assertFault(URI url, Transport transport, Fault fault, String message) {
        var exception = catchThrowableOfType(TransportException.class, () -> get(url, transport));

        assertThat(exception).hasMessage(message);
        assertThat(exception.fault()).isEqualTo(fault);
    }
}
