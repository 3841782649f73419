package dev.tokenport.integration.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that a second server bound to a key (RFC 9449). */
@ExtendWith(SpringExtension.class)
final class SpringDpopIT {

    private final DpopKey key = DpopKey.generate();
    private final SpringAuthorizationServer server;

    SpringDpopIT(SpringAuthorizationServer server) {
        this.server = server;
    }

    @Test
    void token_askedForWithAProof_isBoundToTheKey() throws Exception {
        AccessToken token = TokenClient.create()
                .fetch(TokenRequest.clientCredentials(
                                server.tokenEndpoint(),
                                SpringClients.BASIC,
                                Secret.of(SpringClients.secret(SpringClients.BASIC)))
                        .scope("orders.read")
                        .dpopKey(key)
                        .build());

        assertThat(token.tokenType()).isEqualTo("DPoP");
        assertThat(token.dpopKey()).containsSame(key);
        assertThat(token.warnings()).isEmpty();
        String payload =
                new String(Base64.getUrlDecoder().decode(token.value().reveal().split("\\.", -1)[1]), UTF_8);
        assertThat(payload).contains("\"cnf\":{\"jkt\":\"" + key.thumbprint() + "\"");
    }
}
