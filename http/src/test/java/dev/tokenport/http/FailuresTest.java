package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FailuresTest {

    private static final Failures FAILURES = new Failures(
            new Way(URI.create("http://localhost:1/"), Optional.empty(), ClientKey.none()),
            Duration.ofSeconds(1),
            Deadline.after(Duration.ofSeconds(1), new HandTime()));

    @Test
    void connection_refused_isSaidWithoutTheWordsOfTheSystem() {
        TransportException failure = FAILURES.of(new ConnectException("Connection refused"));

        assertThat(failure).hasMessage("connection to localhost:1 refused");
        assertThat(failure.fault()).isEqualTo(TransportException.Fault.REFUSED);
    }

    @Test
    void connection_impossible_isSaidInTheWordsOfTheSystem() {
        TransportException failure = FAILURES.of(new ConnectException("Network is unreachable"));

        assertThat(failure).hasMessage("no connection to localhost:1: Network is unreachable");
        assertThat(failure.fault()).isEqualTo(TransportException.Fault.REFUSED);
    }
}
