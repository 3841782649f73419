package dev.tokenport.operators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.RefusingPort;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void answer_unavailable_isRetriedForARepeatableMethod() throws Exception {
        server.answer(Answer.status(503).with("Retry-After", "0"), Answer.json(200, "{}"));
        var context = context();

        assertThat(ask(Asked.of(url("/")).with("attempts", "2"), context)).hasSize(1);

        assertThat(context.facts()).isEqualTo(Map.of("requests", "2", "status", "200"));
        assertThat(context.progressLines()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"POST", "PATCH"})
    void answer_unavailable_isFinalForOthers(HttpMethod method) {
        server.answer(Answer.of(503, "text/plain", "down"));

        assertThatThrownBy(() -> ask(Asked.of(url("/p")).method(method).with("attempts", "4")))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith(method + " " + url("/p") + " answered 503: down");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void connection_refused_saysWhere() {
        try (var gone = RefusingPort.open()) {
            assertThatThrownBy(() -> ask(Asked.of(gone.url("/p?q=1").toString())))
                    .isInstanceOf(OperatorException.class)
                    .hasMessage("GET " + gone.url("/p") + ": connection to 127.0.0.1:" + gone.port() + " refused");
        }
    }

    @Test
    void repeatable_followsTheMethod() {
        var operator = new HttpRequest();

        assertThat(operator.repeatable(new KnownParameters(Map.of("method", "DELETE"))))
                .isTrue();
        assertThat(operator.repeatable(new KnownParameters(Map.of("method", "POST"))))
                .isFalse();
        assertThat(operator.repeatable(new KnownParameters(Map.of()))).isFalse();
    }
}
