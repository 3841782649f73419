package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the grants beyond the page, as those of {@link ExamplesIT}. */
@ExtendWith(KeycloakExtension.class)
final class GrantExamplesIT {

    @TempDir
    Path folder;

    private final ResourceServer service;

    GrantExamplesIT(ResourceServer service) {
        this.service = service;
    }

    @BeforeEach
    void copy() throws Exception {
        service.clear();
        ExampleFolder.in(folder, service);
        Files.createDirectories(folder.resolve("secrets"));
    }

    private String orders() throws Exception {
        return Files.readString(folder.resolve("orders.json"));
    }

    @Test
    void tokenExchange_withItsUrlsSet_asksAServiceThatTheUsersTokenIsNotFor() throws Exception {
        Files.writeString(folder.resolve("secrets/user-password"), Realm.PASSWORD);
        Files.writeString(folder.resolve("secrets/gateway-secret"), Realm.PLAIN_SECRET);

        Tokenport.Ended ended = Tokenport.run(
                folder,
                Map.of("USER_NAME", Realm.PLAIN_USER),
                "run",
                "token-exchange.yaml",
                "--set=user.oauth_token_url=" + service.tokenEndpoint(),
                "--set=auth.oauth_token_url=" + service.tokenEndpoint(),
                "--set=orders.url=" + service.url("/orders"));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(orders()).contains("customer 25");
    }

    @Test
    void refreshToken_runTwice_keepsTheOneForTheNextRun() throws Exception {
        Secret given = TokenClient.create()
                .fetch(TokenRequest.password(
                                service.tokenEndpoint(),
                                Realm.PUBLIC_CLIENT,
                                Realm.PLAIN_USER,
                                Secret.of(Realm.PASSWORD))
                        .build())
                .refreshToken()
                .orElseThrow();
        Path file = Files.writeString(folder.resolve("refresh-token"), given.reveal() + "\n");

        for (int run = 0; run < 2; run++) {
            String before = Files.readString(file);

            Tokenport.Ended ended = Tokenport.run(
                    folder,
                    Map.of(),
                    "run",
                    "refresh-token.yaml",
                    "--set=auth.oauth_token_url=" + service.tokenEndpoint(),
                    "--set=auth.oauth_client_id=" + Realm.PUBLIC_CLIENT,
                    "--set=orders.url=" + service.url("/orders"));

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.err()).doesNotContain("warning");
            assertThat(orders()).contains("customer 25");
            assertThat(Files.readString(file)).isNotEqualTo(before);
        }
    }
}
