package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.testkit.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock is set, by hand or by a time server, while tokens are kept. */
final class ClockJumpTest {

    private final AtomicInteger issued = new AtomicInteger();
    private final AuthorizationServer idp = AuthorizationServer.answering();

    @AfterEach
    void close() {
        idp.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {-36_500, -1, 1, 36_500})
    void token_whenTheClockIsSet_isKeptAsLongAsItLives(long days) throws Exception {
        grant();
        TokenSource source = idp.source();
        text(source);

        idp.time().jump(Duration.ofDays(days));
        idp.time().advance(Duration.ofMillis(269_999));
        String before = text(source);
        idp.time().advance(Duration.ofMillis(1));
        String after = text(source);

        assertThat(before).isEqualTo("t-1");
        assertThat(after).isEqualTo("t-2");
    }

    @Test
    void expiry_afterTheClockWasSet_isShownByTheNewTime() throws Exception {
        grant();
        TokenSource source = idp.source();
        AccessToken old = source.token();

        idp.time().jump(Duration.ofHours(-3));
        AccessToken renewed = source.renew(old.value());

        assertThat(old.expiresAt()).isEqualTo(Instant.parse("2026-01-01T00:05:00Z"));
        assertThat(renewed.expiresAt()).isEqualTo(Instant.parse("2025-12-31T21:05:00Z"));
    }

    @Test
    void deadline_whenTheClockIsSetDuringARequest_isWhatHasPassed() throws Exception {
        idp.server().otherwise(request -> {
            idp.time().jump(Duration.ofDays(1));
            return issued.incrementAndGet() == 1 ? Answer.status(503) : Answer.token("t-2", Duration.ofMinutes(5));
        });

        assertThat(text(idp.source())).isEqualTo("t-2");
        assertThat(idp.time().sleeps()).hasSize(1).allMatch(sleep -> sleep.compareTo(Duration.ofSeconds(1)) < 0);
    }

    /** Only where the server does not say how long, the clock of this machine is compared with a time in the token. */
    @Test
    void lifetime_fromTheTokenItself_isTakenWhenItArrives() throws Exception {
        String claims = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"exp\":1767225900}".getBytes(StandardCharsets.UTF_8)); // 2026-01-01T00:05:00Z
        String jwt = "e30." + claims + ".c2ln";
        idp.server().otherwise(request -> {
            issued.incrementAndGet();
            return Answer.json(200, "{\"access_token\":\"" + jwt + "\",\"token_type\":\"Bearer\"}");
        });
        TokenSource source = idp.source();
        text(source);

        idp.time().jump(Duration.ofHours(1));
        text(source);
        int whileKept = issued.get();
        idp.time().advance(Duration.ofSeconds(270));
        AccessToken seemsExpired = source.token();

        assertThat(whileKept).isEqualTo(1);
        assertThat(seemsExpired.lifetime()).isZero();
        assertThat(issued).hasValue(2);
    }

    private void grant() {
        idp.server().otherwise(request -> Answer.token("t-" + issued.incrementAndGet(), Duration.ofMinutes(5)));
    }

    private static String text(TokenSource source) throws Exception {
        return source.token().value().reveal();
    }
}
