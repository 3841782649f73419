package dev.tokenport.operators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.service.Calls;
import dev.tokenport.service.OnError;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HttpRequestParametersTest {

    @Test
    void parameters_onlyUrl_haveTheirDefaults() throws Exception {
        var bound = ParameterList.bind(
                HttpRequestParameters.class, Map.of("url", RawValue.of("https://api.example.org/{{ id }}")));

        assertThat(bound)
                .isEqualTo(new HttpRequestParameters(
                        "https://api.example.org/{{ id }}",
                        HttpMethod.GET,
                        Map.of(),
                        Optional.empty(),
                        "application/json",
                        Optional.empty(),
                        "",
                        16_777_216,
                        new Calls(OnError.FAIL, "", "", 1, 4, Duration.ofMinutes(5), Optional.empty(), false)));
    }

    @Test
    void url_farHttpWithToken_isAFaultBeforeTheRun() {
        var list = ParameterList.of(HttpRequestParameters.class);
        Map<String, RawValue> values = Map.of(
                "url", RawValue.of("http://api.example.org/"), "oauth_access_token", RawValue.of("hidden-token"));

        assertThat(list.check(values)).hasSize(1);
        assertThat(list.check(Map.of("url", RawValue.of("http://api.example.org/"))))
                .isEmpty();
    }

    @Test
    void attempts_none_isAFaultThatNamesThem() {
        assertThatThrownBy(() -> ParameterList.bind(
                        HttpRequestParameters.class,
                        Map.of("url", RawValue.of("https://a.example"), "attempts", RawValue.of("0"))))
                .isInstanceOf(ParameterException.class)
                .hasMessage("attempts 0 is less than 1");
    }
}
