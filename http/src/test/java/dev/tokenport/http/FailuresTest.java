package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FailuresTest {

    private static final Failures FAILURES = new Failures(
            new Way(URI.create("http://localhost:1/"), Optional.empty(), ClientKey.none()),
            Duration.ofSeconds(1),
            Deadline.after(Duration.ofSeconds(1), new HandTime()));

    @Test
    void connection_isRefusedAfterTheSecondAttemptOfTheClient_saysNothingOfRetries() {
        Throwable cause = new IOException("Too many retries", connectException(new ClosedChannelException()));

        TransportException failure = FAILURES.of(cause);

        assertThat(failure).hasMessage("connection to localhost:1 refused");
        assertThat(failure.fault()).isEqualTo(TransportException.Fault.REFUSED);
    }

    private static ConnectException connectException(Throwable cause) {
        ConnectException exception = new ConnectException();
        exception.initCause(cause);
        return exception;
    }
}
