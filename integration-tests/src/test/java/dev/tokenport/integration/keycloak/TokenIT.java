package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both grants of the token client with a real server. */
@ExtendWith(KeycloakExtension.class)
final class TokenIT {

    private final Keycloak keycloak;

    TokenIT(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @ParameterizedTest
    @EnumSource(
            value = ClientAuthenticationMethod.class,
            names = {"CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"})
    void clientCredentials_confidentialClient_getsTokenThatUserInfoAccepts(ClientAuthenticationMethod method)
            throws Exception {
        TokenRequest request = TokenRequest.clientCredentials(
                        keycloak.tokenEndpoint(), Realm.CONFIDENTIAL_CLIENT, Secret.of(Realm.CONFIDENTIAL_SECRET))
                .clientAuthentication(method)
                .scope("openid")
                .build();

        AccessToken token = TokenClient.create().fetch(request);

        assertThat(token.tokenType()).isEqualTo("Bearer");
        assertLifetime(token, Duration.ofMinutes(2));
        assertThat(token.scopes()).contains("openid");
        assertThat(token.warnings()).isEmpty();
        assertThat(userInfo(token).body())
                .contains("\"preferred_username\":\"service-account-" + Realm.CONFIDENTIAL_CLIENT + "\"");
    }

    @Test
    void password_publicClient_getsTokenOfTheUser() throws Exception {
        TokenRequest request = TokenRequest.password(
                        keycloak.tokenEndpoint(), Realm.PUBLIC_CLIENT, Realm.USER, Secret.of(Realm.PASSWORD))
                .scope("openid")
                .build();

        AccessToken token = TokenClient.create().fetch(request);

        assertLifetime(token, Duration.ofMinutes(5));
        assertThat(userInfo(token).body()).contains("\"preferred_username\":\"" + Realm.USER + "\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = ClientAuthenticationMethod.class,
            names = {"CLIENT_SECRET_BASIC", "CLIENT_SECRET_POST"})
    void password_confidentialClient_getsTokenOfTheUser(ClientAuthenticationMethod method) throws Exception {
        TokenRequest request = TokenRequest.password(
                        keycloak.tokenEndpoint(), Realm.CONFIDENTIAL_CLIENT, Realm.USER, Secret.of(Realm.PASSWORD))
                .clientSecret(Secret.of(Realm.CONFIDENTIAL_SECRET))
                .clientAuthentication(method)
                .scope("openid")
                .build();

        AccessToken token = TokenClient.create().fetch(request);

        assertThat(userInfo(token).body()).contains("\"preferred_username\":\"" + Realm.USER + "\"");
    }

    @Test
    void clientCredentials_clientWithRole_getsTokenThatTheAdminApiAccepts() throws Exception {
        TokenRequest request = TokenRequest.clientCredentials(
                        keycloak.tokenEndpoint(), Realm.ADMIN_CLIENT, Secret.of(Realm.PLAIN_SECRET))
                .build();

        AccessToken token = TokenClient.create().fetch(request);

        HttpResponse<String> users = get(keycloak.users(), token);
        assertThat(users.statusCode()).isEqualTo(200);
        assertThat(users.body()).contains("\"username\":\"" + Realm.USER + "\"");
    }

    @Test
    void https_certificateOfOwnAuthority_isTrustedWithItsFile() throws Exception {
        TokenRequest request = TokenRequest.clientCredentials(
                        keycloak.secureTokenEndpoint(), Realm.ADMIN_CLIENT, Secret.of(Realm.PLAIN_SECRET))
                .build();
        TransportOptions options = TransportOptions.DEFAULT.withCaFile(keycloak.authority());

        AccessToken token =
                TokenClient.over(Transports.direct().with(options)).build().fetch(request);

        assertThat(token.tokenType()).isEqualTo("Bearer");
    }

    private HttpResponse<String> userInfo(AccessToken token) throws Exception {
        HttpResponse<String> response = get(keycloak.userInfo(), token);
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    private static HttpResponse<String> get(URI url, AccessToken token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", token.authorization().reveal())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Keycloak counts in whole seconds from the beginning of a session, so that a part of the first one may be gone. */
    private static void assertLifetime(AccessToken token, Duration configured) {
        assertThat(token.lifetime()).isBetween(configured.minusSeconds(2), configured);
    }
}
