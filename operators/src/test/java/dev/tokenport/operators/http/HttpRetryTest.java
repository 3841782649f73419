package dev.tokenport.operators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpRetryTest extends HttpRequestCase {

    private final ManualTime time = ManualTime.start();

    @ParameterizedTest
    @CsvSource({"429, 3", "503, 3", "429, 'Thu, 01 Jan 2026 00:00:03 GMT'", "503, 'Thu, 01 Jan 2026 00:00:03 GMT'"})
    void retryAfter_inEitherForm_isTheLeastWait(int status, String value) throws Exception {
        server.answer(Answer.status(status).with("Retry-After", value), Answer.json(200, "{}"));

        assertThat(ask(Asked.of(url("/")).with("attempts", "2"), context().withTime(time)))
                .hasSize(1);

        assertThat(time.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3250)));
    }

    @ParameterizedTest
    @CsvSource({"429, 60, 60 s", "503, 'Thu, 01 Jan 2026 00:01:40 GMT', 100 s"})
    void retryAfter_beyondTheTimeOut_failsAtOnce(int status, String value, String shown) {
        server.otherwise(request -> Answer.status(status).with("Retry-After", value));

        assertThatThrownBy(() ->
                        ask(Asked.of(url("/")).with("attempts", "3"), context().withTime(time)))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/") + " answered " + status + " (the server asks to wait " + shown
                        + " (Retry-After), which is beyond the limit of 20 s in all)");
        assertThat(server.requests()).hasSize(1);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void tooManyRequests_afterAPost_isTriedAgain() throws Exception {
        server.answer(Answer.status(429).with("Retry-After", "1"), Answer.json(200, "{}"));

        assertThat(ask(
                        Asked.of(url("/")).method(HttpMethod.POST).body("{}").with("attempts", "2"),
                        context().withTime(time)))
                .hasSize(1);
    }

    @Test
    void timeout_slowReader_isNotTheServersFault() throws Exception {
        server.answer(Answer.json(200, "[" + "{\"a\":\"xxxxxxxxxx\"},".repeat(100_000) + "{\"a\":\"\"}]"));
        long count = 0;

        try (Entities stream =
                stream(Asked.of(url("/")).with("timeout", "2s"), context().withTime(time))) {
            while (stream.next() != null) {
                count++;
                time.advance(Duration.ofSeconds(1));
            }
        }

        assertThat(count).isEqualTo(100_001);
    }

    @Test
    void timeout_serverThatDrips_isOver() {
        server.answer(
                Answer.json(200, "[1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9]").dripping(Duration.ofMillis(50)));

        assertThatThrownBy(() -> ask(Asked.of(url("/")).with("timeout", "300ms")))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "GET " + url("/") + ": the answer of 127.0.0.1:" + server.port() + " did not end within 0.3 s");
    }
}
