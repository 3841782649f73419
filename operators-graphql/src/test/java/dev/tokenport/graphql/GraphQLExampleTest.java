package dev.tokenport.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowFile.Setting;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example does what it says. */
final class GraphQLExampleTest {

    @Test
    void example_againstARealServer_writesTheOrdersOfEachCustomer(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("graphql.yaml");
        Files.copy(Path.of("..", "examples", "graphql.yaml"), file);
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/customers.json"), "[{\"id\": \"C-1\"}, {\"id\": \"C-2\"}]");

        RunReport report;
        List<String> presented;
        try (var issuer = ScriptedServer.start();
                var server = GraphQLServer.start()) {
            issuer.answer(Answer.token("good", Duration.ofMinutes(5)));
            server.accept("good");
            List<Setting> settings = List.of(
                    new Setting("auth", "oauth_token_url", issuer.url("/token").toString()),
                    new Setting("orders", "graphql_url", server.url()));
            Plan plan =
                    Plan.read(file, settings, OperatorRegistry.load(getClass().getClassLoader()));
            report = new LocalRunner(world(folder)).run(plan, LocalRunner.Options.DEFAULT, RunListener.none());
            presented = server.presented();
        }

        assertThat(report.error()).isEmpty();
        assertThat(presented).containsExactly("Bearer good", "Bearer good");
        assertThat(folder.resolve("orders.json")).hasContent("""
                        [
                        {"id":"1","total":12.5,"customer_id":"C-1"},
                        {"id":"2","total":12.5,"customer_id":"C-1"},
                        {"id":"1","total":12.5,"customer_id":"C-2"},
                        {"id":"2","total":12.5,"customer_id":"C-2"}
                        ]
                        """);
    }

    private static World world(Path folder) {
        return new World(
                TimeSource.system(),
                Transports.direct(),
                Environment.of(Map.of("ORDERS_SECRET", "open sesame")),
                new Redactor(),
                folder.resolve("scratch"));
    }
}
