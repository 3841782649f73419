package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.secret.Environment;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CmemLocationTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://c.example.org,-,-,"
                        + "https://c.example.org/auth/realms/cmem/protocol/openid-connect/token,CMEM_BASE_URI",
                "https://c.example.org/x/,'','',"
                        + "https://c.example.org/x/auth/realms/cmem/protocol/openid-connect/token,CMEM_BASE_URI",
                "https://c.example.org//,-,/other/,https://c.example.org/auth/realms/other/protocol/openid-connect/token,"
                        + "CMEM_BASE_URI and KEYCLOAK_REALM_ID",
                "https://c.example.org,https://k.example.org/,-,"
                        + "https://k.example.org/realms/cmem/protocol/openid-connect/token,KEYCLOAK_BASE_URI",
                "-,https://k.example.org/auth,r,https://k.example.org/auth/realms/r/protocol/openid-connect/token,"
                        + "KEYCLOAK_BASE_URI and KEYCLOAK_REALM_ID"
            })
    void variables_ofCmemc_giveTheTokenEndpoint(String base, String keycloak, String realm, String url, String origin) {
        Map<String, String> variables = new HashMap<>();
        variables.put("CMEM_BASE_URI", base);
        variables.put("KEYCLOAK_BASE_URI", keycloak);
        variables.put("KEYCLOAK_REALM_ID", realm);
        variables.values().removeIf(value -> value == null);

        assertThat(CmemLocation.of(Environment.of(variables))).contains(new CmemLocation(url, origin));
    }

    @Test
    void variables_withoutBase_giveNothing() {
        assertThat(CmemLocation.of(Environment.of(Map.of("KEYCLOAK_REALM_ID", "r", "CMEM_BASE_URI", "/"))))
                .isEmpty();
    }
}
