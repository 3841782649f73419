package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tokenport run}, {@code validate} and {@code convert} with an export of a CMEM project, as processes. */
final class CmemProjectProcessIT {

    private static final Map<String, String> KEY = Map.of("TOKENPORT_CMEM_PASSWORD_KEY", "8RNYItRSDHrT8WyV");
    private static final String ORDERS = "[{\"id\":1,\"item\":\"Käse\"},{\"id\":2,\"item\":\"Brot\"}]";

    @TempDir
    Path folder;

    private final ScriptedServer server = ScriptedServer.start();

    @BeforeEach
    void write() throws IOException {
        server.otherwise(CmemProjectProcessIT::answer);
        CmemExport.of(server.url("").toString()).zip(folder.resolve("orders.zip"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void run_ofAnExport_getsTheTokenAndWritesTheDatasets() throws Exception {
        Launcher.Finished end = Launcher.in(folder).with(KEY).run("run", "orders.zip", "--report", "report.json");

        assertThat(end.err())
                .contains("resources are in orders.resources, 1 file unpacked\n", "rest_1: done, 2 entities");
        assertThat(end.out()).matches("workflow 'sync': 5 tasks done in [0-9.]+ s\n");
        assertThat(end.code()).isZero();
        assertResults("orders.resources");
        assertThat(server.requests()).extracting(RecordedRequest::target).containsExactly("/token", "/orders");
        RecordedRequest asked = server.requests().get(1);
        assertThat(asked.headers().first("Authorization")).contains("Bearer t0ken");
        assertThat(asked.headers().first("X-Api-Key")).contains("k3y-g3h31m");
        assertThat(asked.headers().first("X-Text")).contains("{{ no }} ${env:HOME}");
        assertThat(end.out() + end.err() + Files.readString(folder.resolve("report.json")))
                .doesNotContain("t0ken", "k3y-g3h31m", KEY.get("TOKENPORT_CMEM_PASSWORD_KEY"));
    }

    @Test
    void run_withoutTheKey_isRefusedBeforeAnythingIsSent() throws Exception {
        Launcher.Finished end = Launcher.in(folder).run("run", "orders.zip");

        assertThat(end.code()).isEqualTo(2);
        assertThat(end.out()).isEmpty();
        assertThat(end.err())
                .endsWith(
                        "orders.zip!/orders/custom/auth.xml:6:3: task 'auth': oauth_client_secret: the password 'oauth_client_secret' of task 'auth' is"
                                + " encrypted; set TOKENPORT_CMEM_PASSWORD_KEY, or the password as"
                                + " CMEM_PASSWORD_AUTH_OAUTH_CLIENT_SECRET\n");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void run_withAVariable_asksElsewhere() throws Exception {
        Launcher.Finished end = Launcher.in(folder)
                .with("CMEM_PASSWORD_AUTH_OAUTH_CLIENT_SECRET", "secret")
                .run("run", "orders.zip", "--workflow", "sync", "--variable", "orders=" + server.url("/other"));

        assertThat(end.code()).isZero();
        assertThat(server.requests()).extracting(RecordedRequest::target).containsExactly("/token", "/other");
    }

    @Test
    void validate_ofAnExport_sendsAndUnpacksNothing() throws Exception {
        Launcher.Finished end = Launcher.in(folder).run("validate", "orders.zip");

        assertThat(end).isEqualTo(new Launcher.Finished(0, "orders.zip: ok, workflow 'sync', 5 tasks can run\n", ""));
        assertThat(server.requests()).isEmpty();
        assertThat(files()).containsExactly("err", "orders.zip", "out");
    }

    @Test
    void validate_ofAnExportWithATaskWeLack_namesItAndCounts() throws Exception {
        CmemExport.of(server.url("").toString())
                .with("custom/rest.xml", "<CustomTask id='rest' type='sparqlCopyOperator'/>")
                .zip(folder.resolve("orders.zip"));

        Launcher.Finished end = Launcher.in(folder).run("validate", "orders.zip");

        assertThat(end.code()).isEqualTo(2);
        assertThat(end.out()).isEmpty();
        assertThat(end.err())
                .startsWith("orders.zip!/orders/custom/rest.xml:1:1: task 'rest': there is no operator for type"
                        + " 'sparqlCopyOperator' here; there are ")
                .endsWith("orders.zip: workflow 'sync': 4 of 5 tasks can run; not 'rest.1'\n")
                .hasLineCount(2);
    }

    @Test
    void convert_ofAnExport_givesAFileThatRunsTheSame() throws Exception {
        Launcher.Finished converted = Launcher.in(folder).with(KEY).run("convert", "orders.zip");
        Launcher.Finished validated = Launcher.in(folder).run("validate", "orders.converted/sync.yaml");
        Launcher.Finished end = Launcher.in(folder)
                .with("CMEM_PASSWORD_AUTH_OAUTH_CLIENT_SECRET", "secret")
                .with("CMEM_VARIABLE_APIKEY", "k3y-g3h31m")
                .run("run", "orders.converted/sync.yaml");

        assertThat(converted.code()).isZero();
        assertThat(converted.out()).isEqualTo("""
                        orders.converted/sync.yaml: 5 tasks
                          set CMEM_PASSWORD_AUTH_OAUTH_CLIENT_SECRET to run it: the password 'oauth_client_secret' of task 'auth'
                          set CMEM_VARIABLE_APIKEY to run it: the sensitive variable 'apiKey'
                        """);
        assertThat(folder.resolve("orders.converted/sync.yaml"))
                .content()
                .contains("label: \"Get orders (rest.1)\"")
                .doesNotContain("k3y-g3h31m", "PASSWORD_PARAMETER");
        assertThat(validated.code()).isZero();
        assertThat(end.err()).contains("rest_1: done, 2 entities");
        assertThat(end.code()).isZero();
        assertResults("orders.converted");
    }

    private void assertResults(String place) {
        assertThat(folder.resolve(place + "/out/orders.json")).content().contains("\"Käse\"", "\"Brot\"");
        assertThat(folder.resolve(place + "/copy.csv")).hasContent("id;item\r\n1;Käse\r\n2;Brot\r\n");
        assertThat(folder.resolve(place + "/readme.txt")).hasContent("here");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static Answer answer(RecordedRequest request) {
        return request.target().equals("/token")
                ? Answer.token("t0ken", Duration.ofHours(1))
                : Answer.json(200, ORDERS);
    }
}
