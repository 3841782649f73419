package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.key.ClientKey;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Workflows and calls of the command whose client signs with its key. */
@ExtendWith(KeycloakExtension.class)
final class AssertionWorkflowIT {

    private static final String CLIENT = "key-PS256";

    @TempDir
    Path folder;

    private final Keycloak keycloak;

    AssertionWorkflowIT(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void workflow_authenticatedByKey_feedsTheNextTask() throws Exception {
        AssertionRealm.key(CLIENT).write(folder.resolve("client.pem"));

        Tokenport.Ended ended = WorkflowRun.in(folder).run(tasks());

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(WorkflowRun.in(folder).values("me.json", "preferred_username"))
                .containsExactly("service-account-key-ps256");
        assertThat(ended.out() + ended.err() + WorkflowRun.in(folder).text("report.json"))
                .doesNotContain("eyJ", "PRIVATE");
    }

    @Test
    void workflow_keyTooShort_namesTaskParameterAndPath() throws Exception {
        ClientKey.rsa(1024).write(folder.resolve("client.pem"));

        Tokenport.Ended ended = WorkflowRun.in(folder).run(tasks());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("task 'auth' (OAuth2 Authentication): oauth_key_file cannot be used: key file '"
                        + folder.toRealPath().resolve("client.pem")
                        + "': holds an RSA key of 1024 bits; PS256 needs at least 2048 (RFC 7518 §3.3)");
    }

    @Test
    void token_decode_showsTheClaimsAndNotTheToken() throws Exception {
        AssertionRealm.key(CLIENT).write(folder.resolve("client.pem"));

        Tokenport.Ended ended = Tokenport.run(
                folder,
                "token",
                "--decode",
                "--issuer=" + keycloak.issuer(AssertionRealm.NAME),
                "--client-id=" + CLIENT,
                "--client-key-file=client.pem",
                "--client-key-id=" + CLIENT,
                "--client-key-algorithm=PS256",
                "--assertion-audience=issuer");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("\"iss\": \"" + keycloak.issuer(AssertionRealm.NAME) + "\"", "\"azp\": \"" + CLIENT + "\"")
                .contains("\"times\": {")
                .doesNotContain("eyJ");
    }

    private String tasks() {
        return """
                auth:
                  operator: oauth2-authentication
                  parameters:
                    oauth_issuer: ISSUER
                    oauth_client_id: key-PS256
                    oauth_client_authentication: private_key_jwt
                    oauth_key_file: client.pem
                    oauth_key_id: key-PS256
                    oauth_key_algorithm: PS256
                    oauth_scope: openid
                me:
                  operator: http-request
                  config: auth
                  parameters: {url: ISSUER/protocol/openid-connect/userinfo}
                file: {operator: json-dataset, inputs: me, parameters: {file: me.json}}
                """.replace("ISSUER", keycloak.issuer(AssertionRealm.NAME).toString());
    }
}
