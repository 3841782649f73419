package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.TransportException.Fault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExchangeMannerTest {

    private static final Request REQUEST = Request.of("POST", URI.create("https://api.example.org/"), Headers.none());
    private static final RetryPolicy POLICY = new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofSeconds(1));

    private final HandTime time = new HandTime();
    private final Deque<Transport> script = new ArrayDeque<>();

    @Test
    void onlyIfUnsent_refusedConnection_isTriedAgain() throws Exception {
        script.add(failing(Fault.REFUSED));
        script.add(answering(200));

        assertThat(send(exchange().onlyIfUnsent())).isEqualTo(new Outcome<>(200, 2, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TIMEOUT", "BROKEN"})
    void onlyIfUnsent_requestThatMayHaveArrived_isNotSentAgain(Fault fault) {
        script.add(failing(fault));

        assertThatThrownBy(() -> send(exchange().onlyIfUnsent())).hasMessage("it is " + fault);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void onlyIfUnsent_answerThatWantsAnotherAttempt_getsOne() throws Exception {
        script.add(answering(429));
        script.add(answering(200));

        assertThat(send(exchange().onlyIfUnsent())).isEqualTo(new Outcome<>(200, 2, Optional.empty()));
    }

    @Test
    void waitsOnly_keepsTheOtherManner() {
        script.add(failing(Fault.BROKEN));

        assertThatThrownBy(() -> send(exchange().onlyIfUnsent().waitsOnly())).hasMessage("it is BROKEN");
    }

    @Test
    void waitsOnly_timeOfTheReader_doesNotCount() throws Exception {
        script.add((request, deadline) -> {
            deadline.stop();
            time.pass(Duration.ofSeconds(60));
            throw new TransportException(Fault.BROKEN, "it broke", null);
        });
        script.add(answering(200));

        assertThat(send(exchange().waitsOnly())).isEqualTo(new Outcome<>(200, 2, Optional.empty()));
    }

    @Test
    void total_withoutIt_countsTheTimeOfTheReader() {
        script.add((request, deadline) -> {
            deadline.stop();
            time.pass(Duration.ofSeconds(60));
            throw new TransportException(Fault.BROKEN, "it broke", null);
        });

        assertThatThrownBy(() -> send(exchange())).hasMessage("it broke");
    }

    @Test
    void deadline_ofSeveralExchanges_isOneForAll() throws Exception {
        Exchange exchange = exchange().waitsOnly();
        Deadline deadline = exchange.deadline();
        script.add((request, given) -> {
            time.pass(Duration.ofSeconds(6));
            given.stop();
            return new Response(200, Headers.none(), InputStream.nullInputStream());
        });
        script.add((request, given) -> {
            time.pass(Duration.ofSeconds(6));
            assertThat(given.passed()).isTrue();
            throw new TransportException(Fault.TIMEOUT, "no time left", null);
        });

        send(exchange, deadline);
        time.pass(Duration.ofHours(1));

        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(4));
        assertThatThrownBy(() -> send(exchange, deadline)).hasMessage("no time left");
    }

    @Test
    void sendAgain_isAtOnceAndNoAttemptOfItsOwn() throws Exception {
        script.add(answering(503));
        script.add(answering(400));
        script.add(answering(503));
        script.add(answering(400));
        script.add(answering(400));
        script.add(answering(200));

        assertThat(corrected(exchange())).isEqualTo(new Outcome<>(200, 3, Optional.empty()));
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void sendAgain_afterTheDeadline_isTheResult() throws Exception {
        script.add((request, deadline) -> {
            time.pass(Duration.ofSeconds(10));
            return answering(400).send(request, deadline);
        });

        assertThat(corrected(exchange())).isEqualTo(new Outcome<>(400, 1, Optional.empty()));
    }

    @Test
    void sendAgain_ofARequestThatMustNotBeProcessedTwice_isSentAgain() throws Exception {
        script.add(answering(400));
        script.add(answering(200));

        assertThat(corrected(exchange().onlyIfUnsent())).isEqualTo(new Outcome<>(200, 1, Optional.empty()));
    }

    private static Outcome<Integer> corrected(Exchange exchange) throws Exception {
        return exchange.send(() -> REQUEST, response -> switch (response.status()) {
            case 200 -> Verdict.done(200);
            case 400 -> Verdict.sendAgain(400);
            default -> Verdict.tryAgain(response.status(), "HTTP " + response.status());
        });
    }

    private Exchange exchange() {
        return new Exchange((request, deadline) -> script.remove().send(request, deadline), POLICY, time)
                .withJitter(() -> 0);
    }

    private static Transport failing(Fault fault) {
        return (request, deadline) -> {
            throw new TransportException(fault, "it is " + fault, null);
        };
    }

    private static Transport answering(int status) {
        return (request, deadline) -> new Response(status, Headers.none(), new ByteArrayInputStream(new byte[0]));
    }

    private static Outcome<Integer> send(Exchange exchange) throws Exception {
        return send(exchange, exchange.deadline());
    }

    private static Outcome<Integer> send(Exchange exchange, Deadline deadline) throws Exception {
        return exchange.send(
                () -> REQUEST,
                response -> response.status() == 200
                        ? Verdict.done(response.status())
                        : Verdict.tryAgain(response.status(), "HTTP " + response.status()),
                deadline);
    }
}
