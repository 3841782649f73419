package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.ProxyRule.Proxy;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProxyRuleTest {

    private static final URI HTTPS = URI.create("https://idp.example.org/token");
    private static final URI HTTP = URI.create("http://idp.example.org/token");

    @ParameterizedTest
    @CsvSource({
        "https_proxy, true, false",
        "HTTPS_PROXY, true, false",
        "http_proxy, false, true",
        "HTTP_PROXY, false, false",
        "all_proxy, true, true",
        "ALL_PROXY, true, true"
    })
    void variable_isForItsScheme(String variable, boolean https, boolean http) {
        ProxyRule rule = rule(Map.of(variable, "http://proxy:3128"));

        assertThat(rule.proxyFor(HTTPS)).map(Proxy::toString).isEqualTo(optional(https));
        assertThat(rule.proxyFor(HTTP)).map(Proxy::toString).isEqualTo(optional(http));
    }

    private static Optional<String> optional(boolean used) {
        return used ? Optional.of("proxy:3128") : Optional.empty();
    }

    @Test
    void variable_inLowerCase_comesFirst() {
        ProxyRule rule = rule(
                Map.of("https_proxy", "one:1", "HTTPS_PROXY", "two:2", "all_proxy", "three:3", "ALL_PROXY", "four:4"));

        assertThat(rule.proxyFor(HTTPS)).map(Proxy::toString).contains("one:1");
        assertThat(rule.proxyFor(HTTP)).map(Proxy::toString).contains("three:3");
    }

    @Test
    void variable_empty_meansNone() {
        ProxyRule rule = rule(Map.of("https_proxy", "", "all_proxy", "http://proxy:1"));

        assertThat(rule.proxyFor(HTTPS)).isEmpty();
        assertThat(rule.proxyFor(HTTP)).isPresent();
    }

    @Test
    void variables_none_meansDirectly() {
        assertThat(rule(Map.of()).proxyFor(HTTPS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "proxy, proxy, 80",
        "http://proxy, proxy, 80",
        "HTTP://proxy.example.org:3128/, proxy.example.org, 3128",
        "my_proxy:8080, my_proxy, 8080",
        "http://[::1]:8080, [::1], 8080",
        "10.1.2.3:8080, 10.1.2.3, 8080"
    })
    void url_ofAProxy_isRead(String url, String host, int port) {
        Proxy proxy = rule(Map.of("https_proxy", url)).https().orElseThrow();

        assertThat(proxy.host()).isEqualTo(host);
        assertThat(proxy.port()).isEqualTo(port);
        assertThat(proxy.user()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://user:secret@proxy:1, user, secret",
        "us%40er:se%3Acr+et%2F@proxy:1, us@er, se:cr+et/",
        "http://user@proxy:1, user, ''",
        "http://user:a@b/c@proxy:1, user, a@b/c",
        "http://user:100%@proxy:1, user, 100%",
        "http://j%C3%BCrgen:%E2%82%AC@proxy:1, jürgen, €"
    })
    void userInfo_ofAVariable_isWhoAsks(String url, String user, String password) {
        Proxy proxy = rule(Map.of("https_proxy", url)).https().orElseThrow();

        assertThat(proxy.user()).contains(user);
        assertThat(proxy.password().map(Secret::reveal)).contains(password);
        assertThat(proxy).hasToString("proxy:1");
    }

    @ParameterizedTest
    @CsvSource({
        "socks5://user:secret@proxy:1080, socks5://***@proxy:1080",
        "https://proxy, https://proxy",
        "http://proxy/path, http://proxy/path",
        "http://user:secret@, http://***@",
        "nonsense words, nonsense words"
    })
    void variable_thatIsNoHttpProxy_isNamedWithoutItsSecret(String url, String shown) {
        assertThatThrownBy(() -> rule(Map.of("HTTPS_PROXY", url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the variable HTTPS_PROXY '" + shown
                        + "' is not the URL of an http proxy, such as http://proxy.example.org:3128");
    }

    @Test
    void variable_withAnotherPort_isNamed() {
        assertThatThrownBy(() -> rule(Map.of("https_proxy", "http://proxy:70000")))
                .hasMessage("the variable https_proxy 'http://proxy:70000' has a port that is not between 1 and 65535");
    }

    @Test
    void configuration_withUserInfo_isRefused() {
        assertThatThrownBy(() -> Proxy.at("http://user:secret@proxy:3128"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'http://***@proxy:3128' has user info in it; user and password have options of their own");
    }

    @Test
    void user_withAColon_isRefused() {
        assertThatThrownBy(() -> Proxy.at("http://proxy:3128").by("a:b", Secret.of("c")))
                .hasMessage("has a colon in it, which the name of a proxy's user cannot have");
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "idp.example.org, true",
        "IDP.Example.Org., true",
        "example.org, true",
        ".example.org, true",
        "*.example.org, true",
        "org, true",
        "ple.org, false",
        "dp.example.org, false",
        "x.idp.example.org, false",
        "idp.example.org:443, true",
        "example.org:443, true",
        "idp.example.org:8443, false",
        "'a.net, example.org b.net', true",
        "'a.net b.net', false",
        "10.0.0.0/8, false",
        "., false"
    })
    void noProxy_namesHosts(String list, boolean direct) {
        ProxyRule rule = rule(Map.of("https_proxy", "http://proxy:1", "no_proxy", list));

        assertThat(rule.proxyFor(HTTPS).isEmpty()).isEqualTo(direct);
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.1.2.3/, 10.1.2.3, true",
        "https://10.1.2.3/, 10.1.2.3:443, true",
        "https://10.1.2.3/, 10.1.2.3:444, false",
        "https://10.1.2.3/, 2.3, false",
        "https://10.1.2.3/, 10.0.0.0/8, true",
        "https://10.1.2.3/, 10.1.2.0/31, false",
        "https://10.1.2.3/, 10.1.2.2/31, true",
        "https://10.1.2.3/, 0.0.0.0/0, true",
        "https://10.1.2.3/, 10.0.0.0/33, false",
        "https://10.1.2.3/, 10.0.0.0/x, false",
        "https://11.1.2.3/, 10.0.0.0/8, false",
        "https://[fd00::7]/, fd00::7, true",
        "https://[fd00::7]/, [fd00::7], true",
        "https://[fd00::7]/, [fd00::7]:443, true",
        "https://[fd00:0:0::7]/, fd00::/8, true",
        "https://[fe00::7]/, fd00::/8, false",
        "https://[fd00::7]/, 10.0.0.0/8, false"
    })
    void noProxy_namesAddresses(URI url, String list, boolean direct) {
        ProxyRule rule = rule(Map.of("https_proxy", "http://proxy:1", "NO_PROXY", list));

        assertThat(rule.proxyFor(url).isEmpty()).isEqualTo(direct);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://idp.localhost:8443/",
                "https://LOCALHOST./",
                "https://127.0.0.1/",
                "https://127.8.9.1/",
                "https://[::1]:8443/",
                "http://localhost/"
            })
    void thisMachine_isAlwaysAskedDirectly(URI url) {
        assertThat(rule(Map.of("all_proxy", "http://proxy:1")).proxyFor(url)).isEmpty();
    }

    @Test
    void thisMachine_isAskedThroughAnExplicitProxy() {
        ProxyRule rule = ProxyRule.through(Proxy.at("http://proxy:1"));

        assertThat(rule.proxyFor(URI.create("https://localhost/"))).isPresent();
    }

    @Test
    void noProxy_forAll_asksNothingOfTheOtherVariables() {
        assertThat(rule(Map.of("https_proxy", "socks5://proxy", "no_proxy", "*")))
                .isEqualTo(ProxyRule.DIRECT);
    }

    private static ProxyRule rule(Map<String, String> variables) {
        return ProxyRule.of(Environment.of(variables));
    }
}
