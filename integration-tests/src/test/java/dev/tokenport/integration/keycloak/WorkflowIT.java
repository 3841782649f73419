package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job, from file to file: a token from Keycloak, through the config port, to a task that asks a protected
 * service; the answer in a file.
 */
@ExtendWith(KeycloakExtension.class)
final class WorkflowIT {

    private static final String CLIENT = "      oauth_client_id: '" + Realm.CONFIDENTIAL_CLIENT + "'\n"
            + "      oauth_client_secret: ${file:secret}\n"
            + "      oauth_scope: openid\n";

    private static final String USER = "      oauth_grant_type: password\n"
            + "      oauth_client_id: " + Realm.PUBLIC_CLIENT + "\n"
            + "      user_name: " + Realm.USER + "\n"
            + "      password: ${file:password}\n"
            + "      oauth_scope: openid\n";

    @TempDir
    Path folder;

    private final Keycloak keycloak;

    WorkflowIT(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @BeforeEach
    void writeSecrets() throws Exception {
        Files.writeString(folder.resolve("secret"), Realm.CONFIDENTIAL_SECRET + "\n");
        Files.writeString(folder.resolve("password"), Realm.PASSWORD + "\n");
        Files.writeString(folder.resolve("plain"), Realm.PLAIN_SECRET + "\n");
    }

    @Test
    void run_clientCredentials_writesWhatUserInfoAnswered() throws Exception {
        write(CLIENT, keycloak.tokenEndpoint(), keycloak.userInfo());

        Tokenport.Ended ended = Tokenport.run(folder, "run", "workflow.yaml", "--report", "report.json");

        assertThat(ended.err()).doesNotContain("warning");
        assertThat(ended.code()).isZero();
        assertThat(answer()).contains("\"service-account-" + Realm.CONFIDENTIAL_CLIENT + "\"");
        assertThat(Files.readString(folder.resolve("report.json"))).doesNotContain(Realm.CONFIDENTIAL_SECRET, "eyJ");
    }

    @Test
    void run_password_writesWhatUserInfoAnswered() throws Exception {
        write(USER, keycloak.tokenEndpoint(), keycloak.userInfo());

        Tokenport.Ended ended = Tokenport.run(folder, "run", "workflow.yaml", "--report", "report.json");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(answer()).contains("\"" + Realm.USER + "\"", "\"juergen@example.org\"");
        assertThat(Files.readString(folder.resolve("report.json"))).doesNotContain(Realm.PASSWORD, "eyJ");
    }

    @Test
    void run_adminApi_writesAnEntityPerUser() throws Exception {
        String client = "      oauth_client_id: " + Realm.ADMIN_CLIENT + "\n      oauth_client_secret: ${file:plain}\n";
        write(client, keycloak.tokenEndpoint(), keycloak.users());

        Tokenport.Ended ended = Tokenport.run(folder, "run", "workflow.yaml");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(answer()).contains("\"" + Realm.USER + "\"");
    }

    @Test
    void run_httpsWithCaFile_works() throws Exception {
        Files.copy(keycloak.authority(), folder.resolve("ca.pem"));
        write(CLIENT + "      oauth_ca_file: ca.pem\n", keycloak.secureTokenEndpoint(), keycloak.userInfo());

        Tokenport.Ended ended = Tokenport.run(folder, "run", "workflow.yaml");

        // Keycloak names the issuer after the address it was asked at, so the plain address does not know this token.
        assertThat(ended.err()).contains("auth: done");
    }

    @Test
    void run_httpsWithCaFileOfTheConsumerToo_works() throws Exception {
        Files.copy(keycloak.authority(), folder.resolve("ca.pem"));
        String client = "      oauth_client_id: " + Realm.ADMIN_CLIENT
                + "\n      oauth_client_secret: ${file:plain}\n      oauth_ca_file: ca.pem\n";
        write(client, keycloak.secureTokenEndpoint(), keycloak.secureUsers());

        Tokenport.Ended refused = Tokenport.run(folder, "run", "workflow.yaml");
        Tokenport.Ended ended = Tokenport.run(folder, "run", "workflow.yaml", "--set", "call.ca_file=ca.pem");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("task 'call' (HTTP request): ", "its authority 'CN=Tokenport-Test-CA' is unknown");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(answer()).contains("\"" + Realm.USER + "\"");
    }

    @Test
    void run_wrongSecret_isOneLineAndLeavesNothing() throws Exception {
        Files.writeString(folder.resolve("secret"), "wrong\n");
        write(CLIENT, keycloak.tokenEndpoint(), keycloak.userInfo());

        Tokenport.Ended ended = Tokenport.run(folder, "run", "workflow.yaml");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines().filter(line -> line.startsWith("task 'auth'")))
                .allSatisfy(line -> assertThat(line).contains("HTTP 401 unauthorized_client"));
        assertThat(folder.resolve("answer.json")).doesNotExist();
    }

    private String answer() throws Exception {
        return Files.readString(folder.resolve("answer.json"));
    }

    private void write(String authentication, URI tokenEndpoint, URI service) throws Exception {
        String workflow = """
                workflow: keycloak
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters:
                      oauth_token_url: TOKEN_URL
                AUTHENTICATION
                  call:
                    operator: http-request
                    config: auth
                    parameters:
                      url: SERVICE_URL
                  file:
                    operator: json-dataset
                    inputs: call
                    parameters: {file: answer.json}
                """;
        Files.writeString(
                folder.resolve("workflow.yaml"),
                workflow.replace("TOKEN_URL", tokenEndpoint.toString())
                        .replace("AUTHENTICATION\n", authentication)
                        .replace("SERVICE_URL", service.toString()));
    }
}
