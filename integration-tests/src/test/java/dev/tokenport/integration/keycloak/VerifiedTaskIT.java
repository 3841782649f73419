package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.cli.InProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The dry run of a task of <em>OAuth2 Authentication</em>, with Keycloak. */
@ExtendWith(KeycloakExtension.class)
final class VerifiedTaskIT {

    @TempDir
    Path folder;

    private final Keycloak keycloak;

    VerifiedTaskIT(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @BeforeEach
    void writeSecrets() throws Exception {
        Files.writeString(folder.resolve("secret"), Realm.CONFIDENTIAL_SECRET + "\n");
        Files.writeString(folder.resolve("password"), Realm.PASSWORD + "\n");
    }

    @Test
    void clientCredentials_byIssuer_areGranted() throws Exception {
        List<String> lines = verify("oauth_client_id: '" + Realm.CONFIDENTIAL_CLIENT
                + "', oauth_client_secret: '${file:secret}', oauth_issuer: " + keycloak.issuer());

        assertThat(lines)
                .contains("  Client Secret: ***  (from ${file:secret})", "Checked", "Sent", "Answered", "To change")
                .anyMatch(line -> line.startsWith("  metadata: ok, found at "))
                .anyMatch(line -> line.endsWith("; client_credentials is among them"))
                .endsWith("got it");
        assertNoSecretIn(lines);
    }

    @Test
    void password_ofAUser_isGranted() throws Exception {
        List<String> lines = verify("oauth_grant_type: password, oauth_client_id: " + Realm.PUBLIC_CLIENT
                + ", user_name: '" + Realm.USER + "', password: '${file:password}', oauth_token_url: "
                + keycloak.tokenEndpoint());

        assertThat(lines).contains("  password=***").endsWith("got it");
        assertNoSecretIn(lines);
    }

    @Test
    void secret_thatIsWrong_isWhatToChange() throws Exception {
        Files.writeString(folder.resolve("secret"), "c4nary-wrong\n");

        List<String> lines = verify("oauth_client_id: '" + Realm.CONFIDENTIAL_CLIENT
                + "', oauth_client_secret: '${file:secret}', oauth_token_url: " + keycloak.tokenEndpoint());

        assertThat(lines).contains("  status: HTTP 401").endsWith("did not get it");
        assertThat(lines.get(lines.size() - 2)).contains("HTTP 401 unauthorized_client");
        assertThat(lines).noneMatch(line -> line.contains("c4nary"));
    }

    private List<String> verify(String parameters) throws Exception {
        Path file = Files.writeString(folder.resolve("workflow.yaml"), """
                workflow: keycloak
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters: {PARAMETERS}
                """.replace("PARAMETERS", parameters));
        return new InProcess(folder).verify(file, "auth");
    }

    private static void assertNoSecretIn(List<String> lines) {
        assertThat(String.join("\n", lines)).doesNotContain(Realm.CONFIDENTIAL_SECRET, Realm.PASSWORD, "eyJ");
    }
}
