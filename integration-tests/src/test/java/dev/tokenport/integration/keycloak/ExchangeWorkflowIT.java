package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A user's token is exchanged for one that the service accepts, by tasks and by the command. */
final class ExchangeWorkflowIT extends ServiceCase {

    ExchangeWorkflowIT(ResourceServer service) {
        super(service);
    }

    private String user() {
        return """
                user:
                  operator: oauth2-authentication
                  parameters:
                    oauth_grant_type: password
                    oauth_token_url: TOKEN_URL
                    oauth_client_id: CLIENT
                    user_name: USER
                    password: ${file:password}
                """.replace("TOKEN_URL", service.tokenEndpoint().toString())
                .replace("CLIENT", Realm.PORTAL_CLIENT)
                .replace("USER", Realm.PLAIN_USER);
    }

    private String exchange() {
        return """
                auth:
                  operator: oauth2-authentication
                  config: {from: user, map: {oauth_access_token: oauth_subject_token}}
                  parameters:
                    oauth_grant_type: urn:ietf:params:oauth:grant-type:token-exchange
                    oauth_token_url: TOKEN_URL
                    oauth_client_id: CLIENT
                    oauth_client_secret: ${file:plain}
                """.replace("TOKEN_URL", service.tokenEndpoint().toString()).replace("CLIENT", Realm.GATEWAY_CLIENT);
    }

    private static String orders(String auth) {
        return """
                orders:
                  operator: http-request
                  config: AUTH
                  parameters: {url: SERVICE/orders}
                file:
                  operator: json-dataset
                  inputs: orders
                  parameters: {file: orders.json}
                """.replace("AUTH", auth);
    }

    private Tokenport.Ended workflow(String tasks) throws Exception {
        Files.writeString(folder.resolve("password"), Realm.PASSWORD);
        return workflow.run(tasks.replace("SERVICE", service.url("")));
    }

    @Test
    void token_ofTheUserAlone_isNotForTheService() throws Exception {
        Tokenport.Ended ended = workflow(user() + orders("user"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("task 'orders' (HTTP request): ").contains("401");
    }

    @Test
    void token_exchangedForThatOfTheUser_isAcceptedByTheService() throws Exception {
        Tokenport.Ended ended = workflow(user() + exchange() + orders("auth"));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(workflow.values("orders.json", "id")).hasSize(25);
        assertThat(workflow.text("report.json"))
                .contains("urn:ietf:params:oauth:token-type:access_token")
                .contains("urn:ietf:params:oauth:grant-type:token-exchange");
    }

    @Test
    void token_revokedInBetween_isExchangedAnew() throws Exception {
        Tokenport.Ended ended = workflow(user() + exchange() + """
                revoke: {operator: http-request, config: auth, parameters: {url: SERVICE/revocations, method: POST}}
                orders: {operator: http-request, config: auth, after: revoke, parameters: {url: SERVICE/orders/1}}
                file: {operator: json-dataset, inputs: orders, parameters: {file: orders.json}}
                """);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(workflow.values("orders.json", "id")).containsExactly("1");
    }
}
