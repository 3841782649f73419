package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.oauth2.TokenServerException;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.testkit.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A renewal in an outage leaves the old token enough of its life to be used. */
final class HurriedRenewalTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final AuthorizationServer idp = AuthorizationServer.answering(Answer.token("t-1", LIFE));

    @BeforeEach
    void breakDown() {
        idp.server().otherwise(request -> Answer.status(503));
    }

    @AfterEach
    void close() {
        idp.close();
    }

    @Test
    void renewal_failing_takesHalfOfWhatTheOldTokenHasLeft() throws Exception {
        TokenSource source = source(Duration.ofSeconds(60));
        source.token();
        idp.time().advance(LIFE.minusSeconds(20));

        String token = source.token().value().reveal();

        assertThat(token).isEqualTo("t-1");
        assertThat(passed()).isBetween(LIFE.minusSeconds(17), LIFE.minusSeconds(10));
    }

    @Test
    void renewal_ofATokenWithTenSecondsLeft_takesFive() throws Exception {
        TokenSource source = source(Duration.ofSeconds(60));
        source.token();
        idp.time().advance(LIFE.minusSeconds(10));

        String token = source.token().value().reveal();

        assertThat(token).isEqualTo("t-1");
        assertThat(passed()).isBetween(LIFE.minusSeconds(8), LIFE.minusSeconds(5));
    }

    @Test
    void renewal_ofATokenWithLessThanTenSecondsLeft_takesItsTime() throws Exception {
        TokenSource source = source(Duration.ofSeconds(60));
        source.token();
        idp.time().advance(LIFE.minusMillis(9_999));

        assertThatExceptionOfType(TokenServerException.class).isThrownBy(source::token);
        assertThat(passed()).isBetween(LIFE.plusSeconds(20), LIFE.plusSeconds(51));
    }

    @Test
    void renewal_shorterThanHalfOfWhatIsLeft_staysAsShort() throws Exception {
        TokenSource source = source(Duration.ofSeconds(6));
        source.token();
        idp.time().advance(LIFE.minusSeconds(20));

        source.token();

        assertThat(passed()).isBetween(LIFE.minusSeconds(17), LIFE.minusSeconds(14));
    }

    /** A source whose client tries after 1 second, 2, 4 … and up to half as much again, for so long. */
    private TokenSource source(Duration total) throws Exception {
        var policy = new RetryPolicy(1000, total, Duration.ofSeconds(1));
        return idp.cache().source(idp.client(policy), idp.clientCredentials().build());
    }

    private Duration passed() {
        return Duration.ofNanos(idp.time().nanoTime());
    }
}
