package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While a renewal fails and the old token is good, the endpoint is left in peace for a while. */
final class RenewalPauseTest {

    private final AuthorizationServer idp = AuthorizationServer.answering(Answer.token("t-1", Duration.ofMinutes(5)));
    private final TokenSource source;

    RenewalPauseTest() throws Exception {
        source = idp.source();
    }

    @BeforeEach
    void failToRenew20SecondsBeforeTheEnd() throws Exception {
        source.token();
        idp.server().otherwise(request -> Answer.error(401, "invalid_client", "no"));
        idp.time().advance(Duration.ofSeconds(280));
        source.token();
    }

    @AfterEach
    void close() {
        idp.close();
    }

    @Test
    void renewal_afterAFailure_waitsForHalfOfWhatIsLeft() throws Exception {
        idp.time().advance(Duration.ofMillis(9_999));
        source.token();
        int before = idp.server().requests().size();
        idp.time().advance(Duration.ofMillis(1));
        String token = source.token().value().reveal();

        assertThat(before).isEqualTo(2);
        assertThat(idp.server().requests()).hasSize(3);
        assertThat(token).isEqualTo("t-1");
    }

    @Test
    void pause_ofAnExpiredToken_isOver() throws Exception {
        idp.time().advance(Duration.ofSeconds(19));
        source.token();
        idp.time().advance(Duration.ofSeconds(1));

        assertThatExceptionOfType(CredentialsRefusedException.class).isThrownBy(source::token);
        assertThatExceptionOfType(CredentialsRefusedException.class).isThrownBy(source::token);
        assertThat(idp.server().requests()).hasSize(5);
    }

    @Test
    void pause_ofARefusedToken_isOver() {
        assertThatExceptionOfType(CredentialsRefusedException.class).isThrownBy(() -> source.renew(Secret.of("t-1")));
        assertThat(idp.server().requests()).hasSize(3);
    }

    @Test
    void pause_isOver_whenARenewalSucceeds() throws Exception {
        idp.time().advance(Duration.ofSeconds(10));
        idp.server().answer(Answer.token("t-2", Duration.ofMinutes(5)));

        assertThat(source.token().value().reveal()).isEqualTo("t-2");
        assertThat(source.token().value().reveal()).isEqualTo("t-2");
        assertThat(idp.server().requests()).hasSize(3);
    }

    @Test
    void pause_ofATokenWithMuchLeft_isAMinute() throws Exception {
        TokenSource eager = idp.cache()
                .source(idp.client(), idp.clientCredentials().scope("eager").build(), Duration.ofMinutes(30));
        idp.server().answer(Answer.token("t-3", Duration.ofHours(1)));
        eager.token();
        idp.time().advance(Duration.ofMinutes(31));
        eager.token();
        idp.time().advance(Duration.ofSeconds(59));
        eager.token();
        int before = idp.server().requests().size();
        idp.time().advance(Duration.ofSeconds(1));
        eager.token();

        assertThat(before).isEqualTo(4);
        assertThat(idp.server().requests()).hasSize(5);
    }
}
