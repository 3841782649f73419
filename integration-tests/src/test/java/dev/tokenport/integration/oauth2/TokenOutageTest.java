package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.TransportException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.oauth2.TokenServerException;
import dev.tokenport.oauth2.TokenTransportException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RefusingPort;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody answers, or the server is broken. */
final class TokenOutageTest {

    private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ofMinutes(1), Duration.ZERO);

    @Test
    void connection_refused_isNamedWithHostAndPortAndKeepsItsCause() throws Exception {
        try (var idp = AuthorizationServer.answering();
                var gone = RefusingPort.open()) {
            TokenRequest request = TokenRequest.clientCredentials(gone.url("/token"), "orders", Secret.of("s"))
                    .build();

            var error = catchThrowableOfType(
                    TokenTransportException.class, () -> idp.client(ONCE).fetch(request));

            assertThat(error.getMessage()).contains("127.0.0.1:" + gone.port()).contains("refused");
            assertThat(error).hasCauseInstanceOf(TransportException.class);
            assertThat(error.worthRetrying()).isTrue();
        }
    }

    @Test
    void host_unknown_isNotRetried() throws Exception {
        try (var idp = AuthorizationServer.answering()) {
            TokenRequestBuilder request = TokenRequest.clientCredentials(
                    URI.create("https://nowhere.invalid/token"), "orders", Secret.of("s"));

            var error = catchThrowableOfType(
                    TokenTransportException.class, () -> idp.client().fetch(request.build()));

            assertThat(error.getMessage()).contains("nowhere.invalid");
            assertThat(error.attempts()).isEqualTo(1);
            assertThat(error.worthRetrying()).isFalse();
        }
    }

    @Test
    void server_broken_isWorthWaiting() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.of(503, "text/plain", "overloaded"))) {
            var error = catchThrowableOfType(
                    TokenServerException.class,
                    () -> idp.client(ONCE).fetch(idp.clientCredentials().build()));

            assertThat(error).hasMessage(idp.attempted() + "HTTP 503: overloaded; after 1 attempt");
            assertThat(error.worthRetrying()).isTrue();
        }
    }
}
