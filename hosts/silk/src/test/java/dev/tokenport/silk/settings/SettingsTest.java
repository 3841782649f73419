package dev.tokenport.silk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import dev.tokenport.http.ProxyRule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {

    @Test
    void settings_nothingSet_areTheDefaults() throws Exception {
        assertThat(Settings.of(ConfigFactory.empty())).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void settings_allSet_areRead() throws Exception {
        Settings settings = read("""
                proxy = "http://proxy.example.org:3128"
                proxyUser = ada
                proxyPassword = "secret"
                caFile = /etc/ca.pem
                connectTimeout = 3 seconds
                longestTimeout = PT10M
                insecureHttp = never
                variables = [ORDERS_SECRET, "OTHER"]
                filesAnywhere = true
                spoolFolder = /var/spool""");

        ProxyRule.Proxy proxy = settings.proxy()
                .orElseThrow()
                .proxyFor(URI.create("https://a.example"))
                .orElseThrow();
        assertThat(proxy).hasToString("proxy.example.org:3128");
        assertThat(proxy.user()).contains("ada");
        assertThat(settings.caFile()).contains(Path.of("/etc/ca.pem"));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.longestTimeout()).contains(Duration.ofMinutes(10));
        assertThat(settings.insecureHttp()).isEqualTo(InsecureHttp.NEVER);
        assertThat(settings.variables()).isEqualTo(Set.of("ORDERS_SECRET", "OTHER"));
        assertThat(settings.filesAnywhere()).isTrue();
        assertThat(settings.spoolFolder()).contains(Path.of("/var/spool"));
    }

    @Test
    void proxy_none_isNone() throws Exception {
        assertThat(read("proxy = none").proxy()).isEqualTo(Optional.of(ProxyRule.DIRECT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proxy = "socks://p:1"   | plugin.tokenport.proxy 'socks://p:1' is not the URL of an http proxy, such as http://proxy.example.org:3128
            proxyUser = ada         | plugin.tokenport.proxyUser is given without plugin.tokenport.proxy
            caFile = ca.pem         | plugin.tokenport.caFile 'ca.pem' is not an absolute path
            connectTimeout = 10     | plugin.tokenport.connectTimeout '10' is not a positive duration such as 500ms, 30s, 5m or PT30S
            connectTimeout = 0s     | plugin.tokenport.connectTimeout '0s' is not a positive duration such as 500ms, 30s, 5m or PT30S
            longestTimeout = P1Q    | plugin.tokenport.longestTimeout 'P1Q' is not a positive duration such as 500ms, 30s, 5m or PT30S
            insecureHttp = true     | plugin.tokenport.insecureHttp 'true' is none of task, always, never
            filesAnywhere = yes     | plugin.tokenport.filesAnywhere 'yes' is neither true nor false
            variables = ORDERS      | plugin.tokenport.variables 'ORDERS' is not a list of names of variables
            spoolFolder = [a]       | plugin.tokenport.spoolFolder is not a single value
            """)
    void setting_thatIsWrong_isNamedWithValueAndRule(String hocon, String message) {
        assertThat(fault(hocon)).startsWith(message);
    }

    @Test
    void setting_thatThereIsNot_isNamedWithThoseThereAre() {
        assertThat(fault("timeout = 1s"))
                .isEqualTo("plugin.tokenport.timeout is not a setting; there are caFile, connectTimeout,"
                        + " filesAnywhere, insecureHttp, longestTimeout, proxy, proxyPassword, proxyUser, spoolFolder,"
                        + " variables");
    }

    @Test
    void password_ofTheProxy_isNotShown() throws Exception {
        Settings settings = read("proxy = \"http://p.example:1\", proxyUser = ada, proxyPassword = hush-hush");

        assertThat(settings.toString()).doesNotContain("hush");
    }

    @Test
    void root_thatIsNoObject_isAFault() {
        var fault = catchThrowableOfType(
                SettingsException.class, () -> Settings.of(ConfigFactory.parseString("plugin.tokenport = on")));

        assertThat(fault).hasMessage("plugin.tokenport is not an object with settings");
    }

    private static String fault(String hocon) {
        return String.valueOf(
                catchThrowableOfType(SettingsException.class, () -> read(hocon)).getMessage());
    }

    private static Settings read(String hocon) throws SettingsException {
        return Settings.of(ConfigFactory.parseString("plugin.tokenport {\n" + hocon + "\n}"));
    }
}
