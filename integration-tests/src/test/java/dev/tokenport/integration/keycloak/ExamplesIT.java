package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every example, as it is, with a real Keycloak and services that check its tokens. A test's name begins with the example's;
 * {@link ExampleNamesTest} sees to it that none is missing.
 */
@ExtendWith(KeycloakExtension.class)
final class ExamplesIT {

    @TempDir
    Path folder;

    private final ResourceServer service;
    private final Keycloak keycloak;
    private ExampleFolder examples;

    ExamplesIT(ResourceServer service, Keycloak keycloak) {
        this.service = service;
        this.keycloak = keycloak;
    }

    @BeforeEach
    void copy() throws Exception {
        service.clear();
        examples = ExampleFolder.in(folder, service);
    }

    @Test
    void orders_withItsUrlsSet_writesWhatTheServiceAnswered() throws Exception {
        examples.run(
                Map.of("ORDERS_SECRET", Realm.PLAIN_SECRET),
                "orders.yaml",
                "--set=auth.oauth_token_url=" + service.tokenEndpoint(),
                "--set=auth.oauth_client_id=" + Realm.ORDERS_CLIENT,
                "--set=orders.url=" + service.url("/orders"));

        assertThat(idsIn("orders.json")).hasSize(25);
    }

    @Test
    void password_withItsUrlsSet_writesATable() throws Exception {
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/reports-password"), Realm.PASSWORD);

        Tokenport.Ended ended = Tokenport.run(
                folder,
                Map.of("REPORTS_USER", Realm.PLAIN_USER),
                "run",
                "password.yaml",
                "--set=auth.oauth_token_url=" + service.tokenEndpoint(),
                "--set=auth.oauth_client_id=" + Realm.PUBLIC_CLIENT,
                "--set=auth.oauth_scope=",
                "--set=reports.url=" + service.url("/orders/1"));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(examples.text("reports.csv").lines()).containsExactly("id,customer,amount", "1,customer 1,1.50");
    }

    @Test
    void privateKey_thatTheServerKnows_getsTheOrders() throws Exception {
        Files.createDirectories(folder.resolve("secrets"));
        AssertionRealm.key("key-ES256").write(folder.resolve("secrets/orders-client.pem"));

        examples.run(
                Map.of(
                        "OAUTH_ISSUER", keycloak.issuer(),
                        "OAUTH_CLIENT_ID", Realm.ORDERS_KEY_CLIENT,
                        "API_URL", service.url("")),
                "private-key.yaml");

        assertThat(idsIn("orders-by-key.json")).hasSize(25);
    }

    @Test
    void createOrders_sendsEachRow_andCarriesItsNumber() throws Exception {
        examples.run("create-orders.yaml");

        assertThat(examples.text("created.json"))
                .contains("Café Größe", "Müller, Söhne \\\"& Co\\\"", "O'Neill <Ltd>", "\"1001\"", "\"1003\"");
        assertThat(service.traffic().answered(201)).isEqualTo(3);
    }

    @Test
    void rejects_unknownOrder_isKeptWithTheReason() throws Exception {
        examples.run("rejects.yaml");

        assertThat(idsIn("found.json")).containsExactly("7", "3");
        assertThat(examples.text("missing.csv"))
                .startsWith("id,reject_reason")
                .contains("\n999999,\"GET " + service.url("/orders/999999") + " answered 404: ");
    }

    @Test
    void manyRequests_sideBySide_answerInOrder() throws Exception {
        examples.run("many-requests.yaml");

        assertThat(examples.text("orders-of-customers.csv").lines())
                .hasSize(13)
                .startsWith(
                        "id,customer,amount,customer_id,customer_name,customer_order",
                        "2,customer 2,2.50,C-1,customer A,2")
                .endsWith("24,customer 24,24.50,C-12,customer L,24");
        assertThat(service.tokenRequests().count()).isEqualTo(1);
    }

    @Test
    void paging_linksAndCursors_giveAllPages() throws Exception {
        examples.run("paging.yaml");

        assertThat(idsIn("all-orders.json")).hasSize(25).startsWith("1").endsWith("25");
        assertThat(examples.text("feed.ndjson").lines()).hasSize(25);
        assertThat(service.traffic().exchanges()).hasSize(1 + 3 + 3);
    }

    @Test
    void files_uploadAndDownload_areTheSame() throws Exception {
        examples.run("files.yaml");

        assertThat(folder.resolve("report.bin")).hasSameBinaryContentAs(folder.resolve("data/new-orders.csv"));
        assertThat(examples.text("files.json")).contains("report.bin");
    }

    @Test
    void answers_linesAndTables_areWrittenAsTheOther() throws Exception {
        examples.run("answers.yaml");

        assertThat(Files.readString(folder.resolve("spreadsheet.csv"), Charset.forName("windows-1252"))
                        .lines())
                .hasSize(26)
                .startsWith("id;customer;amount", "1;customer 1;1.50");
        try (InputStream archive = new GZIPInputStream(Files.newInputStream(folder.resolve("archive.ndjson.gz")))) {
            assertThat(new String(archive.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(25)
                    .first()
                    .asString()
                    .contains("\"customer, 1\"");
        }
    }

    @Test
    void graphql_withItsUrlsSet_writesTheOrdersOfEachCustomer() throws Exception {
        examples.run(
                Map.of("ORDERS_SECRET", Realm.PLAIN_SECRET),
                "graphql.yaml",
                "--set=auth.oauth_token_url=" + service.tokenEndpoint(),
                "--set=auth.oauth_client_id=" + Realm.ORDERS_CLIENT,
                "--set=orders.graphql_url=" + service.url("/graphql"));

        assertThat(new WorkflowRun(folder).values("orders.json", "customer_id"))
                .hasSize(24)
                .startsWith("C-1", "C-1", "C-2")
                .endsWith("C-12");
    }

    @Test
    void sparql_peopleBecomeTriples_andAreFound() throws Exception {
        Map<String, String> variables = new HashMap<>(examples.variables());
        variables.put("CMEM_BASE_URI", "https://cmem.example.org");

        examples.run(
                variables,
                "sparql.yaml",
                "--set=auth.oauth_token_url=" + service.tokenEndpoint(),
                "--set=load.sparql_endpoint=" + service.sparql().updates(),
                "--set=names.sparql_endpoint=" + service.sparql().queries());

        assertThat(examples.text("sparql-names.json"))
                .contains("\"Ada \\\"Countess\\\" Lovelace\"", "\"Émilie du Châtelet\"", "\"age\":42");
        assertThat(service.sparql().traffic().answered(200)).isPositive();
    }

    @Test
    void transform_withoutAnyService_makesThemFit() throws Exception {
        examples.run("transform.yaml");

        assertThat(examples.text("letters.txt")).startsWith("Dear Ada Lovelace, thank you for 1843!\n");
    }

    @Test
    void formats_withoutAnyService_writeAndReadTheSame() throws Exception {
        examples.run("formats.yaml");

        assertThat(examples.text("names.txt")).isEqualTo("Lovelace\nHopper\nDijkstra\n");
    }

    @Test
    void settings_ofOneTask_reachTheOthers() throws Exception {
        examples.run("settings.yaml");

        assertThat(idsIn("orders.json")).hasSize(25);
        assertThat(idsIn("order.json")).containsExactly("1");
        assertThat(folder.resolve("elsewhere.json")).doesNotExist();
        assertThat(service.traffic().exchanges())
                .filteredOn(exchange -> exchange.path().startsWith("/orders"))
                .hasSize(2)
                .allSatisfy(exchange -> assertThat(exchange.headers()).contains("x-tenant"));
    }

    @Test
    void secrets_fromFilesAndPrograms_areUsed() throws Exception {
        Files.writeString(folder.resolve("client-id"), Realm.ORDERS_CLIENT + "\n");
        Files.writeString(folder.resolve("client-secret"), Realm.PLAIN_SECRET + "\n");
        Map<String, String> variables = new HashMap<>(examples.variables());
        variables.keySet().removeAll(List.of("OAUTH_CLIENT_ID", "OAUTH_CLIENT_SECRET"));

        examples.run(variables, "secrets.yaml", "--allow-processes");

        assertThat(idsIn("order.json")).containsExactly("1");
    }

    @Test
    void exec_ofCurl_showsTheAnswer() throws Exception {
        Tokenport.Ended ended = examples.shell("exec.sh");

        assertThat(ended.out()).isEqualTo("{\"id\": 1, \"customer\": \"customer 1\", \"amount\": 1.50}");
    }

    @Test
    void cmemProject_withItsVariables_writesItsDataset() throws Exception {
        examples.run(
                Map.of("CMEM_PASSWORD_AUTH_OAUTH_CLIENT_SECRET", Realm.PLAIN_SECRET),
                "cmem-project",
                "--variable=tokenUrl=" + service.tokenEndpoint(),
                "--variable=clientId=" + Realm.ORDERS_CLIENT,
                "--variable=api=" + service.url(""));

        assertThat(idsIn("cmem-project/resources/orders.json")).hasSize(25);
    }

    private List<String> idsIn(String file) throws Exception {
        return new WorkflowRun(folder).values(file, "id");
    }
}
