package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.RequestRefusedException;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.oauth2.TokenTransportException;
import dev.tokenport.secret.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a real server refuses, and what is said then. */
@ExtendWith(KeycloakExtension.class)
final class RefusalIT {

    private final Keycloak keycloak;

    RefusalIT(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void https_certificateOfOwnAuthority_isNotTrustedWithoutItsFile() throws Exception {
        TokenRequest request = TokenRequest.clientCredentials(
                        keycloak.secureTokenEndpoint(), Realm.ADMIN_CLIENT, Secret.of(Realm.PLAIN_SECRET))
                .build();

        TokenException refused = refusal(request);

        assertThat(refused).isInstanceOf(TokenTransportException.class);
        assertThat(refused.attempts()).isEqualTo(1);
        assertThat(refused)
                .hasMessage(attempt(keycloak.secureTokenEndpoint(), "client_credentials", Realm.ADMIN_CLIENT)
                        + "the certificate of " + keycloak.https().getAuthority()
                        + " is not trusted: its authority 'CN=Tokenport-Test-CA' is unknown");
    }

    @Test
    void clientCredentials_wrongSecret_costsOneRequestAndSaysSo() throws Exception {
        TokenException refused = refusal(confidential("wrong").build());

        assertThat(refused).isInstanceOf(CredentialsRefusedException.class);
        assertThat(refused.attempts()).isEqualTo(1);
        assertThat(refused)
                .hasMessage(
                        attempt(keycloak.tokenEndpoint(), "client_credentials", Realm.CONFIDENTIAL_CLIENT)
                                + "HTTP 401 unauthorized_client: Invalid client or Invalid client credentials; check client id and client secret, and that the server offers client_secret_basic for this client; form encoding changes this id or secret, and some servers expect `raw`; or the grant client_credentials is not enabled for this client at the server");
    }

    @Test
    void password_wrongUser_saysWhatToCheck() throws Exception {
        TokenException refused = refusal(publicClient("nobody", Realm.PASSWORD).build());

        assertThat(refused).isInstanceOf(CredentialsRefusedException.class);
        assertThat(refused)
                .hasMessage(
                        attempt(keycloak.tokenEndpoint(), "password", Realm.PUBLIC_CLIENT)
                                + "HTTP 400 invalid_grant: Invalid user credentials; check user name and password, and that the account is enabled and set up");
    }

    @Test
    void password_wrongPassword_saysWhatToCheck() throws Exception {
        TokenException refused = refusal(publicClient(Realm.USER, "wrong").build());

        assertThat(refused).isInstanceOf(CredentialsRefusedException.class);
        assertThat(refused)
                .hasMessage(
                        attempt(keycloak.tokenEndpoint(), "password", Realm.PUBLIC_CLIENT)
                                + "HTTP 400 invalid_grant: Invalid user credentials; check user name and password, and that the account is enabled and set up");
    }

    @Test
    void clientCredentials_disabledClient_isRefused() throws Exception {
        TokenException refused = refusal(client(Realm.DISABLED_CLIENT).build());

        assertThat(refused).isInstanceOf(CredentialsRefusedException.class);
        assertThat(refused)
                .hasMessage(
                        attempt(keycloak.tokenEndpoint(), "client_credentials", Realm.DISABLED_CLIENT)
                                + "HTTP 401 invalid_client: Invalid client or Invalid client credentials; check client id and client secret, and that the server offers client_secret_basic for this client");
    }

    @Test
    void clientCredentials_grantNotEnabled_saysSo() throws Exception {
        TokenException refused = refusal(client(Realm.BROWSER_CLIENT).build());

        assertThat(refused).isInstanceOf(CredentialsRefusedException.class);
        assertThat(refused)
                .hasMessage(
                        attempt(keycloak.tokenEndpoint(), "client_credentials", Realm.BROWSER_CLIENT)
                                + "HTTP 401 unauthorized_client: Client not enabled to retrieve service account; check client id and client secret, and that the server offers client_secret_basic for this client; or the grant client_credentials is not enabled for this client at the server");
    }

    @Test
    void password_grantNotEnabled_saysSo() throws Exception {
        TokenException refused = refusal(TokenRequest.password(
                        keycloak.tokenEndpoint(), Realm.BROWSER_CLIENT, Realm.USER, Secret.of(Realm.PASSWORD))
                .clientSecret(Secret.of(Realm.PLAIN_SECRET))
                .build());

        assertThat(refused).isInstanceOf(RequestRefusedException.class);
        assertThat(refused)
                .hasMessage(
                        attempt(keycloak.tokenEndpoint(), "password", Realm.BROWSER_CLIENT)
                                + "HTTP 400 unauthorized_client: Client not allowed for direct access grants; the grant password is not enabled for this client at the server");
    }

    @Test
    void clientCredentials_wrongRealm_saysToCheckRealmAndPath() throws Exception {
        URI endpoint =
                URI.create(keycloak.tokenEndpoint().toString().replace("/realms/" + Realm.NAME, "/realms/nowhere"));
        TokenException refused =
                refusal(TokenRequest.clientCredentials(endpoint, Realm.ADMIN_CLIENT, Secret.of(Realm.PLAIN_SECRET))
                        .build());

        assertThat(refused).isInstanceOf(RequestRefusedException.class);
        assertThat(refused)
                .hasMessage(
                        attempt(endpoint, "client_credentials", Realm.ADMIN_CLIENT)
                                + "HTTP 404 Realm does not exist; there is no token endpoint at this address: check realm and path");
    }

    @Test
    void clientCredentials_unknownScope_namesTheScope() throws Exception {
        TokenException refused =
                refusal(client(Realm.ADMIN_CLIENT).scope("nothing-like-it").build());

        assertThat(refused).isInstanceOf(RequestRefusedException.class);
        assertThat(refused)
                .hasMessage(
                        attempt(keycloak.tokenEndpoint(), "client_credentials", Realm.ADMIN_CLIENT)
                                + "HTTP 400 invalid_scope: Invalid scopes: nothing-like-it; check the scope 'nothing-like-it' and that this client may ask for it");
    }

    private TokenRequestBuilder confidential(String secret) {
        return TokenRequest.clientCredentials(keycloak.tokenEndpoint(), Realm.CONFIDENTIAL_CLIENT, Secret.of(secret));
    }

    private TokenRequestBuilder client(String id) {
        return TokenRequest.clientCredentials(keycloak.tokenEndpoint(), id, Secret.of(Realm.PLAIN_SECRET));
    }

    private TokenRequestBuilder publicClient(String user, String password) {
        return TokenRequest.password(keycloak.tokenEndpoint(), Realm.PUBLIC_CLIENT, user, Secret.of(password));
    }

    private static String attempt(URI endpoint, String grant, String client) {
        return "no token from " + endpoint + " (grant " + grant + ", client '" + client + "'): ";
    }

    private static TokenException refusal(TokenRequest request) {
        return catchThrowableOfType(
                TokenException.class, () -> TokenClient.create().fetch(request));
    }
}
