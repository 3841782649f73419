package dev.tokenport.integration.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.CheckedStep;
import dev.tokenport.http.ConnectionCheck;
import dev.tokenport.http.ProxyRule;
import dev.tokenport.http.ProxyRule.Proxy;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.integration.keycloak.Certificates;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ForwardProxy;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.RefusingPort;
import dev.tokenport.testkit.ScriptedServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way to servers through a proxy. */
@Timeout(120)
final class ProxyCheckTest {

    private static final String WORD = "w0rd-of-the-proxy";
    private static final String CHECK_WHO =
            "check who asks the proxy, --proxy_user and --proxy_password, and that the proxy leads there";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static Certificates certificates;

    @SuppressWarnings("NullAway.Init") // started before each test
    private ForwardProxy proxy;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.in(folder);
    }

    @BeforeEach
    void start() {
        proxy = ForwardProxy.start();
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    @Test
    void server_behindATunnel_isReachedAndOnlyTheProxyIsToldWhoAsks() throws Exception {
        proxy.demanding("user", WORD);
        Proxy asked = Proxy.at("http://" + proxy.address()).by("user", Secret.of(WORD));
        try (var server = ScriptedServer.start(certificates.server()).otherwise(request -> Answer.of(405, "", ""))) {
            String target = "localhost:" + server.port();
            List<CheckedStep> steps = steps(
                    "https://" + target + "/token",
                    trusting().withProxy(ProxyRule.through(asked)),
                    Map.of("https_proxy", "http://unused:1"));

            assertThat(steps).hasSize(7).allMatch(CheckedStep::passed);
            assertThat(steps.get(1)).hasToString("proxy: ok, " + proxy.address() + " (from --proxy)");
            assertThat(steps.get(2).toString())
                    .matches("DNS: ok, the proxy host localhost is .* \\(0 ms\\); the proxy looks up localhost");
            assertThat(steps.get(3)).hasToString("TCP: ok, connected to the proxy " + proxy.address() + " (0 ms)");
            assertThat(steps.get(4)).hasToString("tunnel: ok, the proxy has connected to " + target + " (0 ms)");
            assertThat(steps.get(5).toString())
                    .startsWith("TLS: ok, TLSv1.3, ")
                    .contains("; certificate of 'CN=localhost', issued by 'CN=Tokenport-Test-CA', ");
            assertThat(steps.get(6))
                    .hasToString("HTTP: ok, HTTP/1.1 with status 405 (asked with HEAD, without credentials)");
            assertThat(proxy.requests()).extracting(RecordedRequest::target).containsExactly(target);
            assertThat(server.request().headers().contains("Proxy-Authorization"))
                    .isFalse();
            assertThat(steps.toString()).doesNotContain(WORD, "dXNlcjp3");
        }
    }

    @Test
    void server_onPlainHttp_isReachedThroughAForwardingProxy() throws Exception {
        proxy.demanding("user", WORD);
        try (var server = ScriptedServer.start().otherwise(request -> Answer.of(405, "", ""))) {
            proxy.leading("idp.example.org", server.port());
            List<CheckedStep> steps = steps(
                    "http://idp.example.org/token",
                    TransportOptions.DEFAULT,
                    Map.of("http_proxy", "http://user:" + WORD + "@" + proxy.address()));

            assertThat(steps).allMatch(CheckedStep::passed);
            assertThat(steps).extracting(CheckedStep::name).containsExactly("URL", "proxy", "DNS", "TCP", "HTTP");
            assertThat(steps.get(1)).hasToString("proxy: ok, " + proxy.address() + " (from http_proxy)");
            assertThat(proxy.requests())
                    .extracting(RecordedRequest::target)
                    .containsExactly("http://idp.example.org/token");
            assertThat(steps.toString()).doesNotContain(WORD);
        }
    }

    @Test
    void proxy_demandingAUserThatNobodyNamed_isTheEnd() throws Exception {
        proxy.demanding("user", WORD);

        assertEnd(
                steps("https://idp.example.org/", TransportOptions.DEFAULT, through("http://" + proxy.address())),
                "tunnel: failed, the proxy " + proxy.address()
                        + " demands user and password (HTTP 407, on the way to idp.example.org:443)",
                CHECK_WHO);
    }

    @ParameterizedTest
    @CsvSource({"https, tunnel", "http, HTTP"})
    void proxy_refusingUserAndPassword_isTheEnd(String scheme, String step) throws Exception {
        proxy.demanding("user", WORD);
        var environment = Map.of(scheme + "_proxy", "http://user:wr0ng-w0rd@" + proxy.address());

        List<CheckedStep> steps = steps(scheme + "://idp.example.org/", TransportOptions.DEFAULT, environment);

        assertEnd(
                steps,
                step + ": failed, the proxy " + proxy.address()
                        + " refuses the user and password that were given for it (HTTP 407, on the way to"
                        + " idp.example.org:" + (scheme.equals("https") ? 443 : 80) + ")",
                CHECK_WHO);
        assertThat(steps.toString()).doesNotContain("wr0ng-w0rd");
    }

    @ParameterizedTest
    @CsvSource({
        "403 Forbidden, 403, '" + CHECK_WHO + "'",
        "503 Unavailable, 503, 'check host and port in the URL, and that the server runs'"
    })
    void proxy_thatDoesNotConnect_isTheEnd(String answer, int status, String advice) throws Exception {
        proxy.refusing(answer);

        assertEnd(
                steps("https://idp.example.org/", TransportOptions.DEFAULT, through("http://" + proxy.address())),
                "tunnel: failed, the proxy " + proxy.address() + " did not connect to idp.example.org:443 (HTTP "
                        + status + ")",
                advice);
    }

    @Test
    void proxy_ofAnUnknownName_isTheEnd() throws Exception {
        assertEnd(
                steps("https://idp.example.org/", TransportOptions.DEFAULT, through("http://no-such.invalid:3128")),
                "DNS: failed, unknown proxy host 'no-such.invalid'",
                "check the host of the proxy");
    }

    @Test
    void proxy_thatIsGone_isTheEnd() throws Exception {
        try (var gone = RefusingPort.open()) {
            String address = "localhost:" + gone.port();

            assertEnd(
                    steps("https://idp.example.org/", TransportOptions.DEFAULT, through("http://" + address)),
                    "TCP: failed, connection to the proxy " + address + " (on the way to idp.example.org:443) refused",
                    "check host and port of the proxy, and that it runs");
        }
    }

    @Test
    void variable_thatIsNoProxy_isTheEnd() throws Exception {
        assertEnd(
                steps("https://idp.example.org/", TransportOptions.DEFAULT, through("socks5://me:" + WORD + "@p:1")),
                "proxy: failed, the variable https_proxy 'socks5://***@p:1' is not the URL of an http proxy, such as"
                        + " http://proxy.example.org:3128",
                "correct the variable, or give --proxy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://idp.invalid/ | PATH | x | not set: https_proxy, HTTPS_PROXY, all_proxy, ALL_PROXY",
                "http://idp.invalid/ | https_proxy | http://p:1 | not set: http_proxy, all_proxy, ALL_PROXY",
                "https://idp.invalid/ | https_proxy | '' | https_proxy is empty",
                "https://x.localhost:1/ | https_proxy | http://p:1 | this machine is asked directly"
            })
    void noProxy_isToldWithItsReason(String url, String name, String value, String why) throws Exception {
        List<CheckedStep> steps = steps(url, TransportOptions.DEFAULT, Map.of(name, value));

        assertThat(steps.get(1)).hasToString("proxy: ok, none (" + why + ")");
    }

    @Test
    void host_exceptedByTheVariable_isToldWithIt() throws Exception {
        var environment = Map.of("https_proxy", "http://p:1", "no_proxy", "example.org,.invalid");

        assertThat(steps("https://idp.invalid/", TransportOptions.DEFAULT, environment)
                        .get(1))
                .hasToString("proxy: ok, none (no_proxy has idp.invalid asked directly)");
    }

    @Test
    void option_none_isToldAsTheReason() throws Exception {
        var direct = TransportOptions.DEFAULT.withProxy(ProxyRule.DIRECT);

        assertThat(steps("https://idp.invalid/", direct, through("http://p:1")).get(1))
                .hasToString("proxy: ok, none (so says --proxy)");
    }

    private static Map<String, String> through(String url) {
        return Map.of("https_proxy", url);
    }

    private static TransportOptions trusting() {
        return TransportOptions.DEFAULT.withCaFile(certificates.authority());
    }

    private static List<CheckedStep> steps(String url, TransportOptions options, Map<String, String> environment)
            throws InterruptedException {
        return ConnectionCheck.of(options, Environment.of(environment), ManualTime.start(), name -> "--" + name)
                .steps(URI.create(url));
    }

    private static void assertEnd(List<CheckedStep> steps, String line, String advice) {
        CheckedStep last = steps.get(steps.size() - 1);
        assertThat(last).hasToString(line);
        assertThat(last.advice()).contains(advice);
        assertThat(steps.subList(0, steps.size() - 1)).allMatch(CheckedStep::passed);
    }
}
