package dev.tokenport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.http.ProxyRule.Proxy;
import dev.tokenport.secret.Environment;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** URLs of proxies, and the list of what is asked without one. */
final class ProxyFuzzTest {

    private static final List<URI> URLS = List.of(
            URI.create("https://idp.example.org/token"),
            URI.create("http://10.1.2.3:8080/"),
            URI.create("https://[2001:db8::1]/"),
            URI.create("http://a_b.example.org/"));

    @FuzzTest
    void url(byte[] input) throws Exception {
        String text = new String(input, UTF_8);

        Bounds.within(input, () -> {
            try {
                check(Proxy.at(text));
            } catch (IllegalArgumentException e) {
                Messages.fitForPlace(e.getMessage());
            }
        });
    }

    private static void check(Proxy proxy) {
        assertThat(proxy.host()).isNotBlank();
        assertThat(proxy.port()).isBetween(1, 65_535);
        Messages.fitForPlace(proxy.toString());
        Proxy again = Proxy.at("http://" + proxy);
        assertThat(again).isEqualTo(proxy);
    }

    /** A password in a variable is read as such, or not shown, whatever stands around it. */
    @FuzzTest
    void userInfo(byte[] input) throws Exception {
        String text = new String(input, UTF_8);

        Bounds.within(input, () -> {
            for (String url : List.of("http://u:p4ssw0rd@" + text, "u:p4ssw0rd" + text + "@proxy:3128")) {
                try {
                    Proxy proxy = ProxyRule.of(Environment.of(Map.of("https_proxy", url)))
                            .https()
                            .orElseThrow();

                    assertThat(proxy.toString()).doesNotContain("p4ssw0rd");
                    assertThat(proxy.password().orElseThrow().reveal()).startsWith("p4ssw0rd");
                } catch (IllegalArgumentException e) {
                    Messages.fitForPlace(e.getMessage());
                    assertThat(e.getMessage()).doesNotContain("p4ssw0rd");
                }
            }
        });
    }

    /** Whatever is listed: this machine is asked directly, and a host that is listed last is too. */
    @FuzzTest
    void except(byte[] input) throws Exception {
        String list = new String(input, UTF_8);

        Bounds.within(input, () -> {
            ProxyRule rule = rule(list);
            URLS.forEach(rule::proxyFor);
            assertThat(rule.proxyFor(URI.create("http://127.0.0.1:8080/"))).isEmpty();
            assertThat(rule.proxyFor(URI.create("https://localhost/"))).isEmpty();
            assertThat(rule(list + ",example.org").proxyFor(URLS.get(0))).isEmpty();
            assertThat(rule(list + " 10.0.0.0/8").proxyFor(URLS.get(1))).isEmpty();
        });
    }

    private static ProxyRule rule(String except) {
        return ProxyRule.of(Environment.of(Map.of("all_proxy", "proxy:3128", "no_proxy", except)));
    }
}
