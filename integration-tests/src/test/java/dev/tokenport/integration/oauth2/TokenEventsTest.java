package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.testkit.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a listener is told, in order. */
final class TokenEventsTest {

    private final List<String> events = new ArrayList<>();
    private final TokenListener listener = new TokenListener() {

        @Override
        public void sending(SentRequest request) {
            events.add("requested " + request.attempt());
        }

        @Override
        public void received(AccessToken token) {
            events.add("received");
        }

        @Override
        public void kept(AccessToken token) {
            events.add("kept");
        }

        @Override
        public void renewed(AccessToken token) {
            events.add("renewed");
        }

        @Override
        public void waited(Duration wait) {
            events.add("waited " + wait.toSeconds() + " s");
        }

        @Override
        public void failed(TokenException reason) {
            events.add("failed with " + reason.error().orElse("nothing"));
        }
    };

    @Test
    void token_fetchedKeptRenewedAndRefused_isToldOfInOrder() throws Exception {
        try (var idp = AuthorizationServer.answering(
                Answer.status(503).with("Retry-After", "7"),
                Answer.token("t-1", Duration.ofMinutes(5)),
                Answer.token("t-2", Duration.ofMinutes(5)),
                Answer.error(401, "invalid_client", "no"))) {
            TokenSource source = idp.cache()
                    .source(
                            idp.clientBuilder().listener(listener).build(),
                            idp.clientCredentials().build());

            source.token();
            source.token();
            idp.time().advance(Duration.ofMinutes(5));
            source.token();
            idp.time().advance(Duration.ofMinutes(5));
            assertThatExceptionOfType(TokenException.class).isThrownBy(source::token);
        }

        assertThat(events)
                .containsExactly(
                        "requested 1",
                        "waited 7 s",
                        "requested 2",
                        "received",
                        "kept",
                        "requested 1",
                        "received",
                        "renewed",
                        "requested 1",
                        "failed with invalid_client");
    }
}
