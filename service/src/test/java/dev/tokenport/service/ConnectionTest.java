package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class ConnectionTest {

    @Test
    void parameters_none_areTheDefault() throws ParameterException {
        assertThat(ParameterList.bind(Connection.class, Map.of())).isEqualTo(Connection.DEFAULT);
    }

    @Test
    void keyFile_withoutCertificateFile_isRefused() {
        assertRefused(Map.of("key_file", RawValue.of("key.pem")), "key_file is given without certificate_file");
    }

    @Test
    void proxy_withUserInfo_isRefusedWithoutShowingIt() {
        assertRefused(
                Map.of("proxy", RawValue.of("http://user:word@proxy:3128")),
                "proxy 'http://***@proxy:3128' has user info in it; user and password have options of their own");
    }

    @Test
    void proxyUser_withoutProxy_isRefused() {
        assertRefused(Map.of("proxy_user", RawValue.of("user")), "proxy_user is given without proxy");
    }

    private static void assertRefused(Map<String, RawValue> values, String message) {
        Assertions.assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> ParameterList.bind(Connection.class, values))
                .satisfies(e -> assertThat(e.faults())
                        .extracting(ParameterFault::message)
                        .containsExactly(message));
    }
}
