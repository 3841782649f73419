package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.testkit.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TokenSweepTest {

    private final AuthorizationServer idp = AuthorizationServer.answering();

    @AfterEach
    void close() {
        idp.close();
    }

    @Test
    void sweep_tokenThatIsGood_isKept() throws Exception {
        idp.server().answer(Answer.token("t-1", Duration.ofMinutes(5)));
        var unused = idp.source().token();

        idp.time().advance(Duration.ofMinutes(5).minusMillis(1));

        assertThat(idp.cache().sweep()).isOne();
    }

    @Test
    void sweep_tokenThatHasExpired_isGivenUp() throws Exception {
        idp.server().answer(Answer.token("t-1", Duration.ofMinutes(5)));
        var unused = idp.source().token();

        idp.time().advance(Duration.ofMinutes(5));

        assertThat(idp.cache().sweep()).isZero();
    }

    @Test
    void sweep_expiredTokenWithARefreshToken_isKept() throws Exception {
        idp.server()
                .answer(Answer.json(200, "{\"access_token\":\"t-1\",\"refresh_token\":\"r-1\",\"expires_in\":300}"));
        var unused = idp.cache().source(idp.client(), idp.password().build()).token();

        idp.time().advance(Duration.ofHours(1));

        assertThat(idp.cache().sweep()).isOne();
    }
}
