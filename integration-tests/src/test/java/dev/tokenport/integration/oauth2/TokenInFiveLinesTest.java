package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The lines that the README shows. */
final class TokenInFiveLinesTest {

    @Test
    void token_inFiveLines_isAValidAuthorizationHeader() throws Exception {
        try (var server = ScriptedServer.start().answer(Answer.token("t-1", Duration.ofMinutes(5)))) {
            URI endpoint = server.url("/token");
            Secret clientSecret = Secret.of("s3cr3t");

            // README: begin
            TokenRequest request = TokenRequest.clientCredentials(endpoint, "orders-reader", clientSecret)
                    .scope("orders:read")
                    .build();
            TokenSource tokens = TokenSource.of(request); // keeps the token, renews it in time; for all threads
            String authorization = tokens.token().authorization().reveal();
            // README: end

            assertThat(authorization).isEqualTo("Bearer t-1");
        }
    }
}
