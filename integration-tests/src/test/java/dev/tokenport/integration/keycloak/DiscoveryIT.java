package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.RequestRefusedException;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak, found by its issuer identifier alone. */
@ExtendWith(KeycloakExtension.class)
final class DiscoveryIT {

    @Test
    void issuer_ofARealm_leadsToAToken(Keycloak keycloak) throws Exception {
        AccessToken token = TokenClient.create().fetch(request(keycloak.issuer()));

        assertThat(token.tokenType()).isEqualTo("Bearer");
    }

    @Test
    void issuer_ofNoRealm_isToldWithWhatToCheck(Keycloak keycloak) {
        String nowhere = keycloak.issuer() + "-not";

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> TokenClient.create().fetch(request(nowhere)))
                .withMessageStartingWith("no metadata of the issuer " + nowhere)
                .withMessageEndingWith("; check the issuer, or give the token endpoint itself");
    }

    private static TokenRequest request(Object issuer) throws Exception {
        return TokenRequest.of(
                        AuthorizationServer.of(URI.create(issuer.toString())),
                        new Grant.ClientCredentials(),
                        Realm.CONFIDENTIAL_CLIENT)
                .clientSecret(Secret.of(Realm.CONFIDENTIAL_SECRET))
                .build();
    }
}
