package dev.tokenport.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.LocalRunner.Options;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example, run as it is by a server with the paths of CMEM. */
final class SparqlExampleTest {

    private static final Path EXAMPLES =
            Path.of(System.getProperty("tokenport.root", "..")).resolve("examples");

    @TempDir
    Path folder;

    @Test
    void example_run_loadsAndAsks() throws Exception {
        Path file = Files.copy(EXAMPLES.resolve("sparql.yaml"), folder.resolve("sparql.yaml"));
        Files.createDirectory(folder.resolve("data"));
        Files.copy(EXAMPLES.resolve("data/people.json"), folder.resolve("data/people.json"));
        var tokens = new TokenCheck();
        tokens.accept("hidden-token");
        FusekiServer server = FusekiServer.create()
                .loopback(true)
                .port(0)
                .add("/dataplatform/proxy/default", DatasetGraphFactory.createTxnMem())
                .addFilter("/dataplatform/*", tokens)
                .addServlet(
                        "/auth/realms/cmem/protocol/openid-connect/token",
                        new TokenServlet("loader", "hidden-secret", "hidden-token"))
                .start();

        RunReport report;
        try {
            report = run(file, "http://127.0.0.1:" + server.getPort());
        } finally {
            server.stop();
        }

        assertThat(report.error()).isEqualTo(Optional.empty());
        assertThat(report.toJson()).doesNotContain("hidden");
        assertThat(tokens.answers()).hasSize(2);
        assertThat(Files.readString(folder.resolve("sparql-names.json"))).isEqualTo("""
                [
                {"person":"https://example.org/people/1","name":"Ada \\"Countess\\" Lovelace","age":36},
                {"person":"https://example.org/people/2","name":"Émilie du Châtelet","age":42}
                ]
                """);
    }

    private RunReport run(Path file, String server) throws Exception {
        World world = new World(
                TimeSource.system(),
                Transports.direct(),
                Environment.of(Map.of(
                        "CMEM_BASE_URI", server,
                        "OAUTH_CLIENT_ID", "loader",
                        "OAUTH_CLIENT_SECRET", "hidden-secret")),
                new Redactor(),
                folder.resolve("scratch"));
        Plan plan = Plan.read(file, List.of(), OperatorRegistry.load(getClass().getClassLoader()));
        return new LocalRunner(world).run(plan, Options.DEFAULT, RunListener.none());
    }
}
