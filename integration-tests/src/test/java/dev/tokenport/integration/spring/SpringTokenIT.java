package dev.tokenport.integration.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that show their secret to Spring's authorization server. */
@ExtendWith(SpringExtension.class)
final class SpringTokenIT {

    private final SpringAuthorizationServer server;

    SpringTokenIT(SpringAuthorizationServer server) {
        this.server = server;
    }

    @Test
    void clientSecretBasic_secretWithManyCharacters_isUnderstood() throws Exception {
        AccessToken token = fetch(SpringClients.BASIC, ClientAuthenticationMethod.CLIENT_SECRET_BASIC);

        assertThat(token.tokenType()).isEqualTo("Bearer");
        assertThat(token.scopes()).containsExactly("orders.read");
        assertThat(token.lifetime()).isBetween(Duration.ofMinutes(2).minusSeconds(2), Duration.ofMinutes(2));
    }

    @Test
    void clientSecretPost_secretWithManyCharacters_isUnderstood() throws Exception {
        AccessToken token = fetch(SpringClients.POST, ClientAuthenticationMethod.CLIENT_SECRET_POST);

        assertThat(token.tokenType()).isEqualTo("Bearer");
    }

    private AccessToken fetch(String client, ClientAuthenticationMethod method) throws Exception {
        return TokenClient.create()
                .fetch(TokenRequest.clientCredentials(
                                server.tokenEndpoint(), client, Secret.of(SpringClients.secret(client)))
                        .clientAuthentication(method)
                        .scope("orders.read")
                        .build());
    }
}
