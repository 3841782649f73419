package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProxyOptionsTest {

    private static final Optional<Secret> WORD = Optional.of(Secret.of("word"));

    @Test
    void url_isTheProxyForEverything() {
        var options = new ProxyOptions("http://proxy:3128", "user", WORD);

        ProxyRule rule = options.rule(name -> name).orElseThrow();

        assertThat(rule.http()).hasToString("Optional[proxy:3128]").isEqualTo(rule.https());
        assertThat(rule.https().flatMap(ProxyRule.Proxy::user)).contains("user");
        assertThat(rule.except()).isEmpty();
    }

    @Test
    void url_empty_leavesItToTheEnvironment() {
        assertThat(new ProxyOptions("", "", Optional.empty()).rule(name -> name))
                .isEmpty();
    }

    @Test
    void url_none_isNoProxy() {
        assertThat(new ProxyOptions("none", "", Optional.empty()).rule(name -> name))
                .contains(ProxyRule.DIRECT);
    }

    @ParameterizedTest
    @CsvSource({
        "'', user, true, x-proxy_user is given without x-proxy",
        "none, user, true, x-proxy_user is given without x-proxy",
        "http://proxy, '', true, x-proxy_password is given without x-proxy_user",
        "http://proxy, a:b, true, 'x-proxy_user ''a:b'' has a colon in it, which the name of a proxy''s user cannot have'",
        "http://me:word@proxy, '', false, 'x-proxy ''http://***@proxy'' has user info in it; user and password have options of their own'",
        "socks5://proxy, '', false, 'x-proxy ''socks5://proxy'' is not the URL of an http proxy, such as http://proxy.example.org:3128'"
    })
    void options_thatDoNotFit_areNamed(String url, String user, boolean password, String message) {
        var options = new ProxyOptions(url, user, password ? WORD : Optional.empty());

        assertThatThrownBy(() -> options.rule(name -> "x-" + name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void password_whenItIsRead_isLearntInAllForms() {
        var redactor = new Redactor();
        var options = new ProxyOptions("proxy", "user", WORD).knownTo(redactor);

        String before = redactor.redact("word");
        options.password().orElseThrow().reveal();

        assertThat(before).isEqualTo("word");
        assertThat(redactor.redact("word, Basic dXNlcjp3b3Jk")).isEqualTo("***, Basic ***");
    }

    @Test
    void options_printNoPassword() {
        assertThat(new ProxyOptions("http://me:word@proxy", "user", WORD))
                .hasToString("ProxyOptions[http://***@proxy]");
    }
}
