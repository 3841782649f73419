package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.Fault;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExchangeTest {

    private static final Request REQUEST = Request.of("GET", URI.create("https://idp.example.org/"), Headers.none());

    private final HandTime time = new HandTime();
    private final Deque<Transport> script = new ArrayDeque<>();
    private final List<String> notices = new ArrayList<>();
    private final List<Integer> closed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void status_worthRetrying_isTriedAgain(int status) throws Exception {
        answer(status, Headers.none());
        answer(200, Headers.none());

        var outcome = send(exchange(RetryPolicy.DEFAULT));

        assertThat(outcome).isEqualTo(new Outcome<>(200, 2, Optional.empty()));
        assertThat(notices).containsExactly("attempt 1 of 4: HTTP " + status + "; next in 0.5 s");
        assertThat(closed).containsExactly(status, 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 400, 401, 403, 404, 409, 501, 505})
    void status_final_isNotTriedAgain(int status) throws Exception {
        answer(status, Headers.none());

        assertThat(send(exchange(RetryPolicy.DEFAULT))).isEqualTo(new Outcome<>(status, 1, Optional.empty()));
        assertThat(closed).containsExactly(status);
    }

    @Test
    void delays_doubleAndEndAfterFourAttempts() throws Exception {
        for (int i = 0; i < 4; i++) {
            answer(503, Headers.none());
        }

        var outcome = send(exchange(RetryPolicy.DEFAULT));

        assertThat(outcome).isEqualTo(new Outcome<>(503, 4, Optional.of("after 4 attempts")));
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void delays_withFullJitter_areHalfAsLongAgain() throws Exception {
        for (int i = 0; i < 4; i++) {
            answer(503, Headers.none());
        }

        send(exchange(RetryPolicy.DEFAULT).withJitter(() -> 1));

        assertThat(time.sleeps())
                .containsExactly(Duration.ofMillis(750), Duration.ofMillis(1500), Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REFUSED", "TIMEOUT", "BROKEN"})
    void fault_worthRetrying_isTriedAgain(Fault fault) throws Exception {
        fail(fault);
        answer(200, Headers.none());

        assertThat(send(exchange(RetryPolicy.DEFAULT))).isEqualTo(new Outcome<>(200, 2, Optional.empty()));
        assertThat(notices).containsExactly("attempt 1 of 4: it is " + fault + "; next in 0.5 s");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNKNOWN_HOST", "TLS"})
    void fault_final_isNotTriedAgain(Fault fault) {
        fail(fault);

        assertThatThrownBy(() -> send(exchange(RetryPolicy.DEFAULT)))
                .isInstanceOf(TransportException.class)
                .hasMessage("it is " + fault);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void fault_inTheLastAttempt_isThrownWithTheirNumber() {
        for (int i = 0; i < 4; i++) {
            fail(Fault.REFUSED);
        }

        var exception = catchThrowableOfType(TransportException.class, () -> send(exchange(RetryPolicy.DEFAULT)));

        assertThat(exception).hasMessage("it is REFUSED (after 4 attempts)");
        assertThat(exception.fault()).isEqualTo(Fault.REFUSED);
        assertThat(exception.getCause()).hasMessage("it is REFUSED");
    }

    @Test
    void fault_inTheOnlyAttempt_isThrownAsItIs() {
        fail(Fault.REFUSED);

        assertThatThrownBy(() -> send(exchange(new RetryPolicy(1, Duration.ofSeconds(60), Duration.ZERO))))
                .hasMessage("it is REFUSED");
    }

    @Test
    void fault_whileReadingTheBody_isTriedAgain() throws Exception {
        answer(200, Headers.none());
        answer(200, Headers.none());
        var reads = new ArrayList<Integer>();

        var outcome = exchange(RetryPolicy.DEFAULT).send(() -> REQUEST, response -> {
            reads.add(response.status());
            if (reads.size() == 1) {
                throw new TransportException(Fault.BROKEN, "broke off", null);
            }
            return Verdict.done("whole");
        });

        assertThat(outcome).isEqualTo(new Outcome<>("whole", 2, Optional.empty()));
        assertThat(closed).containsExactly(200, 200);
    }

    @Test
    void otherException_ofTheReader_isThrownAtOnce() {
        answer(503, Headers.none());

        assertThatThrownBy(() -> exchange(RetryPolicy.DEFAULT).send(() -> REQUEST, response -> {
                    throw new BodyTooLargeException(10);
                }))
                .isInstanceOf(BodyTooLargeException.class);
        assertThat(closed).containsExactly(503);
    }

    @Test
    void reader_thatKeepsTheAnswerOpen_getsIt() throws Exception {
        answer(200, Headers.none());

        var outcome = exchange(RetryPolicy.DEFAULT).send(() -> REQUEST, Verdict::open);

        assertThat(closed).isEmpty();
        outcome.value().close();
        assertThat(closed).containsExactly(200);
    }

    @Test
    void reader_thatGivesUpAfterReading_decidesAlone() throws Exception {
        answer(503, Headers.none());

        var outcome = exchange(RetryPolicy.DEFAULT).send(() -> REQUEST, response -> Verdict.done("invalid_client"));

        assertThat(outcome).isEqualTo(new Outcome<>("invalid_client", 1, Optional.empty()));
    }

    @Test
    void request_isMadeAnewForEachAttempt() throws Exception {
        answer(503, Headers.none());
        answer(200, Headers.none());
        var made = new ArrayList<Integer>();

        exchange(RetryPolicy.DEFAULT)
                .send(
                        () -> {
                            made.add(made.size());
                            return REQUEST;
                        },
                        ExchangeTest::verdict);

        assertThat(made).containsExactly(0, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|7",
                " 7 |7",
                "0|0.5",
                "007|7",
                "Sat, 31 Jan 2026 12:00:09 GMT|9",
                "Saturday, 31-Jan-26 12:00:09 GMT|9",
                "Sat Jan 31 12:00:09 2026|9",
                "Sat, 31 Jan 2026 11:00:00 GMT|0.5",
                "Sunday, 06-Nov-94 08:49:37 GMT|0.5",
                "Sun Nov  6 08:49:37 1994|0.5",
                "soon|0.5",
                "-7|0.5",
                "7.5|0.5",
                "''|0.5",
                "Sat, 31 Jan|0.5"
            })
    void retryAfter_isAMinimumAndNonsenseIgnored(String value, double seconds) throws Exception {
        answer(503, Headers.none().with("Retry-After", value));
        answer(200, Headers.none());

        send(exchange(RetryPolicy.DEFAULT));

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis((long) (seconds * 1000)));
    }

    @ParameterizedTest
    @CsvSource({
        "'Sat, 31 Jan 2026 13:00:00 GMT', 'Sat, 31 Jan 2026 13:00:09 GMT', 9",
        "'Sat, 31 Jan 2026 11:00:00 GMT', 'Sat, 31 Jan 2026 11:00:09 GMT', 9",
        "'Sat, 31 Jan 2026 12:00:10 GMT', 'Sat, 31 Jan 2026 12:00:09 GMT', 0.5",
        "yesterday, 'Sat, 31 Jan 2026 12:00:09 GMT', 9"
    })
    void retryAfter_ofAServerWithAnotherTime_countsFromItsOwnDate(String date, String value, double seconds)
            throws Exception {
        answer(503, Headers.none().with("Retry-After", value).with("Date", date));
        answer(200, Headers.none());

        send(exchange(RetryPolicy.DEFAULT));

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis((long) (seconds * 1000)));
    }

    @Test
    void retryAfter_jitter_isOnlyAddedToIt() throws Exception {
        answer(429, Headers.none().with("Retry-After", "10"));
        answer(200, Headers.none());

        send(exchange(RetryPolicy.DEFAULT).withJitter(() -> 1));

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(10_250));
    }

    @ParameterizedTest
    @CsvSource({"60,60 s", "120,120 s", "99999999999999999999,a year or more", "'Sat, 31 Jan 2026 12:10:00 GMT',600 s"})
    void retryAfter_beyondTheDeadline_endsAtOnceAndSaysSo(String value, String shown) throws Exception {
        answer(503, Headers.none().with("Retry-After", value));

        var outcome = send(exchange(RetryPolicy.DEFAULT));

        assertThat(outcome)
                .isEqualTo(new Outcome<>(
                        503,
                        1,
                        Optional.of("the server asks to wait " + shown
                                + " (Retry-After), which is beyond the limit of 60 s in all")));
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void retryAfter_jitterBeyondTheDeadline_isLeftOut() throws Exception {
        answer(503, Headers.none().with("Retry-After", "59"));
        answer(200, Headers.none());

        send(exchange(new RetryPolicy(4, Duration.ofSeconds(60), Duration.ofSeconds(10)))
                .withJitter(() -> 1));

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(59));
    }

    @Test
    void total_usedUp_endsTheAttempts() throws Exception {
        script.add((request, deadline) -> {
            time.pass(Duration.ofMillis(59_600));
            return response(503, Headers.none());
        });

        var outcome = send(exchange(RetryPolicy.DEFAULT));

        assertThat(outcome)
                .isEqualTo(new Outcome<>(503, 1, Optional.of("no time for another attempt within 60 s in all")));
    }

    @Test
    void total_passedInAnAttempt_isTheTimeoutOfThatAttempt() {
        script.add((request, deadline) -> {
            time.pass(deadline.remaining());
            throw new TransportException(Fault.TIMEOUT, "no answer within 60 s", null);
        });

        assertThatThrownBy(() -> send(exchange(RetryPolicy.DEFAULT))).hasMessage("no answer within 60 s");
        assertThat(notices).isEmpty();
    }

    @Test
    void deadline_ofEachAttempt_isTheSameMoment() throws Exception {
        var left = new ArrayList<Duration>();
        for (int i = 0; i < 2; i++) {
            script.add((request, deadline) -> {
                left.add(deadline.remaining());
                time.pass(Duration.ofSeconds(10));
                return response(503, Headers.none());
            });
        }
        answer(200, Headers.none());

        send(exchange(RetryPolicy.DEFAULT));

        assertThat(left).containsExactly(Duration.ofSeconds(60), Duration.ofMillis(49_500));
    }

    @Test
    void wait_interrupted_endsAtOnce() {
        answer(503, Headers.none());
        var exchange = exchange(RetryPolicy.DEFAULT)
                .withListener(notice -> Thread.currentThread().interrupt());

        assertThatThrownBy(() -> send(exchange)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void body_interrupted_isAnInterruption() {
        answer(200, Headers.none());

        assertThatThrownBy(() -> exchange(RetryPolicy.DEFAULT).send(() -> REQUEST, response -> {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("reading was interrupted");
                }))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("reading was interrupted");
        assertThat(Thread.interrupted()).isFalse();
        assertThat(closed).containsExactly(200);
    }

    private Exchange exchange(RetryPolicy policy) {
        return new Exchange((request, deadline) -> script.remove().send(request, deadline), policy, time)
                .withJitter(() -> 0)
                .withListener(notice -> notices.add(notice.toString()));
    }

    private static Outcome<Integer> send(Exchange exchange) throws IOException, InterruptedException {
        return exchange.send(() -> REQUEST, ExchangeTest::verdict);
    }

    private static Verdict<Integer> verdict(Response response) {
        return Exchange.worthRetrying(response.status())
                ? Verdict.tryAgain(response.status(), "HTTP " + response.status())
                : Verdict.done(response.status());
    }

    private void answer(int status, Headers headers) {
        script.add((request, deadline) -> response(status, headers));
    }

    private void fail(Fault fault) {
        script.add((request, deadline) -> {
            throw new TransportException(fault, "it is " + fault, null);
        });
    }

    private Response response(int status, Headers headers) {
        InputStream body = new FilterInputStream(new ByteArrayInputStream(new byte[0])) {
            @Override
            public void close() {
                closed.add(status);
            }
        };
        return new Response(status, headers, body);
    }
}
