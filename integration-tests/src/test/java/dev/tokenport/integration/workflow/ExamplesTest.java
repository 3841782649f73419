package dev.tokenport.integration.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that need no network, run as they are. */
final class ExamplesTest {

    private static final Path EXAMPLES =
            Path.of(System.getProperty("tokenport.root", "..")).resolve("examples");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyData() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Files.copy(EXAMPLES.resolve("data/customers.csv"), folder.resolve("data/customers.csv"));
    }

    @Test
    void transform_run_fitsTasksTogether() throws Exception {
        RunReport report = run("transform.yaml");

        assertThat(report.error()).isEmpty();
        assertThat(content("people.json")).isEqualTo("""
                {"people":[
                {"id":"1001","name":"Ada Lovelace","year":"1843","active":true},
                {"id":"1002","name":"Grace Hopper","year":"1952","active":true},
                {"id":"1003","name":"Edsger Dijkstra","year":"1959","active":true}
                ]}
                """);
        assertThat(content("letters.txt")).isEqualTo("""
                Dear Ada Lovelace, thank you for 1843!
                Dear Grace Hopper, thank you for 1952!
                Dear Edsger Dijkstra, thank you for 1959!
                """);
    }

    @Test
    void formats_run_writeAndReadTheSame() throws Exception {
        RunReport report = run("formats.yaml");

        assertThat(report.error()).isEmpty();
        assertThat(unzipped("customers.ndjson.gz").lines().toList())
                .isEqualTo(
                        List.of(
                                "{\"Customer No.\":\"1001\",\"First name\":\"Ada\",\"Last name\":\"Lovelace\",\"since\":\"1843-09-05\",\"tags\":\"early\"}",
                                "{\"Customer No.\":\"1002\",\"First name\":\"Grace\",\"Last name\":\"Hopper\",\"since\":\"1952-05-02\",\"tags\":\"early, navy\"}",
                                "{\"Customer No.\":\"1003\",\"First name\":\"Edsger\",\"Last name\":\"Dijkstra\",\"since\":\"1959-06-11\"}"));
        assertThat(content("customers.json")).startsWith("{\"data\":{\"customers\":[\n");
        assertThat(content("customers.tsv")).startsWith("1001\tAda\tLovelace\t1843-09-05\tearly\n");
        assertThat(content("names.txt")).isEqualTo("Lovelace\nHopper\nDijkstra\n");
    }

    private RunReport run(String example) throws Exception {
        Path file = Files.copy(EXAMPLES.resolve(example), folder.resolve(example));
        World world = new World(
                TimeSource.system(),
                Transports.direct(),
                Environment.of(Map.of()),
                new Redactor(),
                folder.resolve("scratch"));
        Plan plan = Plan.read(file, List.of(), OperatorRegistry.load(ExamplesTest.class.getClassLoader()));
        return new LocalRunner(world).run(plan, Options.DEFAULT, RunListener.none());
    }

    private String content(String file) throws IOException {
        return Files.readString(folder.resolve(file), UTF_8);
    }

    private String unzipped(String file) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(folder.resolve(file))))) {
            return new String(gzip.readAllBytes(), UTF_8);
        }
    }
}
