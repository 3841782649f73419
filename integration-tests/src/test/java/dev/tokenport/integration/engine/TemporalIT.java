package dev.tokenport.integration.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.keycloak.Tokenport;
import dev.tokenport.testkit.TemporalServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command with Temporal's test server and two workers, each in a process of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TemporalIT {

    private static final String WORKFLOW = """
            workflow: people
            tasks:
              settings: {operator: set-parameters, parameters: {parameters: {file: out.json}}}
              people: {operator: csv-dataset, parameters: {file: people.csv}}
              out: {operator: json-dataset, inputs: people, config: settings, parameters: {file: unused.json}}
            """;

    private Process server;
    private Workers workers;
    private String address;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path made) throws Exception {
        folder = made;
        Files.writeString(folder.resolve("people.yaml"), WORKFLOW);
        int port = TemporalServer.freePort();
        server = server(port);
        while (!TemporalServer.isReached(port)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        address = "127.0.0.1:" + port;
        workers = Workers.in(folder, address);
        Files.writeString(folder.resolve("store/files/people.csv"), "name,age\nAnn,3\nBob,4\n");
        workers.start("a", Map.of());
        workers.start("b", Map.of());
    }

    @AfterAll
    void stop() throws InterruptedException {
        workers.close();
        server.destroyForcibly().waitFor();
    }

    @Test
    void run_onTwoWorkers_writesWhatALocalRunWrites() throws Exception {
        Tokenport.Ended ended = workers.tokenport("run", "people.yaml", "--store", "file:store", "--id", "first");

        assertThat(ended.err()).startsWith("run 'first': started\n").contains("out: done, ");
        assertThat(ended.out()).startsWith("workflow 'people': 3 tasks done in ");
        assertThat(ended.code()).isZero();
        assertThat(folder.resolve("store/files/out.json"))
                .hasContent("[\n{\"name\":\"Ann\",\"age\":\"3\"},\n{\"name\":\"Bob\",\"age\":\"4\"}\n]");
        assertThat(folder.resolve("store/runs")).isEmptyDirectory();
        assertThat(workers.tokenport("status", "first").out())
                .startsWith("run 'first' of workflow 'people': done\n")
                .endsWith("3 of 3 tasks done\n");
        assertThat(workers.tokenport("report", "first").out())
                .startsWith(
                        "{\n  \"workflow\" : \"people\",\n  \"file\" : \"people.yaml\",\n  \"outcome\" : \"done\",");
        Tokenport.Ended again = workers.tokenport("run", "people.yaml", "--store", "file:store", "--id", "first");
        assertThat(again.err()).isEqualTo("there is a run 'first' already; choose another --id\n");
        assertThat(again.code()).isEqualTo(1);
    }

    @Test
    void run_withAPage_writesItAtOnceAndLater() throws Exception {
        Tokenport.Ended ended = workers.tokenport(
                "run", "people.yaml", "--store", "file:store", "--id", "shown", "--report", "shown.html");
        Tokenport.Ended later = workers.tokenport("report", "shown", "--output", "later.html");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(later).isEqualTo(new Tokenport.Ended(0, "", ""));
        assertThat(folder.resolve("shown.html"))
                .content()
                .contains("<title>people: done</title>", "<strong>3</strong> tasks done", "class=\"link data\"");
        assertThat(folder.resolve("later.html")).hasSameTextualContentAs(folder.resolve("shown.html"));
    }

    @Test
    void run_thatIsDetached_isAskedForLater() throws Exception {
        Tokenport.Ended ended =
                workers.tokenport("run", "people.yaml", "--store", "file:store", "--id", "later", "--detach");

        assertThat(ended.out()).isEqualTo("later\n");
        assertThat(ended.code()).isZero();
        assertThat(workers.tokenport("report", "later", "--wait").out()).contains("\"outcome\" : \"done\"");
    }

    @Test
    void run_withoutAStore_isRefusedBeforeItStarts() throws Exception {
        Tokenport.Ended ended = workers.tokenport("run", "people.yaml", "--id", "refused");

        assertThat(ended.err())
                .startsWith("task 'people' names a file under the folder of the workflow: file 'people.csv'");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(workers.tokenport("status", "refused").err()).isEqualTo("there is no run 'refused'\n");
    }

    @Test
    void run_ofACmemProject_putsItsResourcesIntoTheStore() throws Exception {
        project(folder.resolve("copy.zip"));

        Tokenport.Ended ended = workers.tokenport("run", "copy.zip", "--store", "file:store", "--id", "project");

        assertThat(ended.err()).startsWith("resources are in " + folder.resolve("store/files") + ", 1 file unpacked\n");
        assertThat(ended.out()).startsWith("workflow 'copy': 2 tasks done in ");
        assertThat(folder.resolve("store/files/sub/out.csv")).content().startsWith("a");
    }

    @Test
    void options_inAFile_areThoseOfAllCommandsWithAnEngine() throws Exception {
        Path place = Files.createDirectory(folder.resolve("configured"));
        Files.writeString(place.resolve("people.yaml"), WORKFLOW);
        Files.writeString(place.resolve("tokenport.yaml"), """
                engine: temporal
                address: %s
                queues: [%s, zone-b]
                queue: zone-b
                store: file:../store
                key-file: ../key
                """.formatted(address, "tokenport"));
        workers.startIn(place, "configured", Map.of(), List.of("worker"));

        Tokenport.Ended ended = Tokenport.run(place, "run", "people.yaml", "--id", "configured");

        assertThat(ended.err()).startsWith("run 'configured': started\n");
        assertThat(ended.code()).isZero();
        assertThat(Tokenport.run(place, "status", "configured").out())
                .startsWith("run 'configured' of workflow 'people': done\n");
        assertThat(Tokenport.run(place, "report", "configured").code()).isZero();
        assertThat(Tokenport.run(place, "cancel", "configured").err()).isEqualTo("the run 'configured' has ended\n");
        assertThat(place.resolve("worker-configured.log"))
                .content()
                .contains("takes tasks from the queues 'tokenport', 'zone-b' at");
    }

    @Test
    void run_inAQueueWithoutWorkers_saysWhatWaits() throws Exception {
        workers.tokenport(
                "run", "people.yaml", "--store", "file:store", "--id", "waiting", "--queue", "nobody", "--detach");

        assertThat(workers.tokenport("status", "waiting").out())
                .contains("\nthe run waits for a worker of the queue 'nobody'");
        assertThat(workers.tokenport("cancel", "waiting").code()).isZero();
    }

    private static void project(Path file) throws IOException {
        Map<String, String> files = Map.of(
                "config.xml", "<ProjectConfig/>",
                "dataset/in.xml", "<Dataset id='in' type='json'><Param name='file'>in.json</Param></Dataset>",
                "dataset/out.xml", "<Dataset id='out' type='csv'><Param name='file'>sub/out.csv</Param></Dataset>",
                "workflow/copy.xml",
                        "<Workflow id='copy'><Dataset task='in'/><Dataset task='out' inputs='in'/></Workflow>",
                "resources/in.json", "[{\"a\":1}]");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("orders/" + entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
    }

    @Test
    void libraries_ofTheEngine_areOnNoOtherClassPath() throws IOException {
        try (Stream<Path> libraries = Files.list(Tokenport.distribution().resolve("lib"))) {
            assertThat(libraries.map(path -> path.getFileName().toString()))
                    .noneMatch(
                            name -> name.startsWith("grpc") || name.contains("temporal") || name.startsWith("guava"));
        }
        assertThat(Tokenport.distribution().resolve("engines/temporal/tokenport-temporal.jar"))
                .exists();
    }

    private Process server(int port) throws IOException {
        String libraries = Tokenport.distribution().resolve("engines/temporal") + "/*";
        String logging = Tokenport.distribution().resolve("lib") + "/*";
        Path server = Path.of("target", "temporal-test-server.jar").toAbsolutePath();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(File.pathSeparator, server.toString(), libraries, logging),
                        "io.temporal.testserver.TestServer",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
    }
}
