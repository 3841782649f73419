package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.testkit.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a listener is told of tokens, and what is kept from it. */
final class TokenListenerTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final List<String> events = new ArrayList<>();
    private final AuthorizationServer idp = AuthorizationServer.answering();

    private final TokenListener listener = new TokenListener() {

        @Override
        public void received(AccessToken token) {
            events.add("received " + token.value().reveal());
        }

        @Override
        public void kept(AccessToken token) {
            events.add("kept " + token.value().reveal());
        }

        @Override
        public void renewed(AccessToken token) {
            events.add("renewed " + token.value().reveal());
        }
    };

    @AfterEach
    void close() {
        idp.close();
    }

    @Test
    void tokens_receivedKeptAndRenewed_areTold() throws Exception {
        idp.server().answer(Answer.token("t-1", LIFE), Answer.token("t-2", LIFE));
        TokenSource source =
                idp.cache().source(client(), idp.clientCredentials().build());

        source.token();
        source.token();
        idp.time().advance(LIFE);
        source.token();

        assertThat(events).containsExactly("received t-1", "kept t-1", "received t-2", "renewed t-2");
    }

    @Test
    void token_invalidatedAtOneSource_isGivenUpAtAllOfItsCache() throws Exception {
        idp.server().answer(Answer.token("t-1", LIFE), Answer.token("t-2", LIFE));
        TokenSource one = idp.cache().source(client(), idp.clientCredentials().build());
        TokenSource other = idp.cache().source(client(), idp.clientCredentials().build());
        AccessToken refused = one.token();
        other.token();

        other.invalidate(refused.value());

        assertThat(List.of(one.token().value().reveal(), other.token().value().reveal()))
                .containsExactly("t-2", "t-2");
        assertThat(idp.server().requests()).hasSize(2);
    }

    @Test
    void caller_interrupted_keepsItsFlag() throws Exception {
        TokenSource source =
                idp.cache().source(client(), idp.clientCredentials().build());
        idp.server().otherwise(request -> Answer.status(503));

        Thread.currentThread().interrupt();

        try {
            assertThatExceptionOfType(InterruptedException.class).isThrownBy(source::token);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void dpopProof_echoed_isRedacted() throws Exception {
        idp.server().answer(Answer.token("t-1", LIFE));

        idp.client().fetch(idp.clientCredentials().dpopKey(DpopKey.generate()).build());

        String proof = idp.server().request().headers().first("DPoP").orElseThrow();
        assertThat(idp.redactor().redact("sent " + proof)).isEqualTo("sent ***");
    }

    private TokenClient client() {
        return idp.clientBuilder().listener(listener).build();
    }
}
