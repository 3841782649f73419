package dev.tokenport.integration.keycloak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tokenport.integration.web.Controls.LONG;
import static dev.tokenport.integration.web.Controls.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tokenport.integration.cli.Chromium;
import dev.tokenport.integration.leak.Canary;
import dev.tokenport.integration.web.Desk;
import dev.tokenport.integration.web.Served;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A task that is verified, and a workflow that is run, from a page in Chromium against a real server. */
@ExtendWith(KeycloakExtension.class)
final class ServeKeycloakIT {

    /** How the tokens of this server begin: the Base64 of a JWT's header. */
    private static final String TOKEN_BEGIN = "eyJhbGciOiJSUzI1NiIsInR5cCIg";

    private final Keycloak keycloak;

    @TempDir
    Path folder;

    ServeKeycloakIT(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @Test
    void task_isVerifiedAndTheWorkflowIsRun() throws Exception {
        var unused = Chromium.required();
        Path flows = Files.createDirectory(folder.resolve("flows"));
        Files.writeString(flows.resolve("me.yaml"), """
                workflow: me
                tasks:
                  auth:
                    operator: oauth2-authentication
                    parameters:
                      oauth_grant_type: client_credentials
                      oauth_token_url: %s
                      oauth_client_id: %s
                      oauth_client_secret: ${env:CLIENT_SECRET}
                      oauth_scope: openid
                  me: {operator: http-request, config: auth, parameters: {url: '%s'}}
                  file: {operator: json-dataset, inputs: me, parameters: {file: me.json}}
                """.formatted(
                        keycloak.tokenEndpoint(), Realm.CONFIDENTIAL_CLIENT, keycloak.userInfo()));
        Map<String, String> variables = Map.of("CLIENT_SECRET", Realm.CONFIDENTIAL_SECRET);

        try (Served served = Served.start(folder, flows, variables);
                Desk desk = Desk.at(served)
                        .guarding(Canary.Kind.CLIENT_SECRET, Realm.CONFIDENTIAL_SECRET)
                        .guarding(Canary.Kind.ISSUED_TOKEN, TOKEN_BEGIN)) {
            Page page = desk.open();
            page.navigate(served.root() + "/edit/me.yaml?task=auth");
            button(page, "Verify").click();
            assertThat(page.locator("#verdict")).containsText("There was a token", LONG);
            assertThat(page.locator("#lines")).containsText("status: HTTP 200");
            page.navigate(served.root() + "/workflows/me.yaml");
            button(page, "Run").click();
            assertThat(page.locator("#end")).containsText("The run is done", LONG);
            desk.check(page);
        }

        assertThat(flows.resolve("me.json")).content().contains("service-account-" + Realm.CONFIDENTIAL_CLIENT);
    }
}
