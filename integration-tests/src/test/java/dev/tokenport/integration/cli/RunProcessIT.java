package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tokenport run} and {@code tokenport validate} as processes. */
final class RunProcessIT {

    private static final String SECRET = "pässwörd%+ &=/:€";

    @TempDir
    Path folder;

    private final DemoServers servers;

    RunProcessIT() throws IOException {
        servers = DemoServers.start();
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void run_ofTheDemoWorkflow_writesWhatTheServiceAnswered() throws Exception {
        copyWorkflow();

        Launcher.Finished end = launcher().run("run", "work/demo.yaml", "--report", "report.json");

        assertThat(end.err()).contains("auth: started", "auth: done, 1 entity, ", "file: done");
        assertThat(end.out()).matches("workflow 'demo': 3 tasks done in [0-9.]+ s\n");
        assertThat(end.code()).isZero();
        assertThat(folder.resolve("work/orders.json")).content().contains("\"Käse\"", "\"Brötchen\"", "4.50");
        assertThat(report()).contains("\"done\"");
        assertNoSecretIn(end.out() + end.err() + report());
    }

    @Test
    void run_withPasswordGrantSet_warnsAndWorks() throws Exception {
        copyWorkflow();

        Launcher.Finished end =
                launcher().run("run", "work/demo.yaml", "--set", "auth.oauth_grant_type=password", "--parallel", "1");

        assertThat(end.code()).isZero();
        assertThat(end.err()).contains("auth: warning: ", "RFC 9700");
    }

    @Test
    void run_withoutTerminal_showsNoControlCharacters() throws Exception {
        copyWorkflow();

        Launcher.Finished end = launcher().run("run", "work/demo.yaml");

        assertThat(end.out() + end.err()).doesNotContain("\u001b", "\r");
    }

    @Test
    void run_withWrongSecret_failsAndWritesTheReport() throws Exception {
        copyWorkflow();

        Launcher.Finished end = launcher()
                .with("DEMO_CLIENT_SECRET", SECRET)
                .run("run", "work/demo.yaml", "--report", "report.json", "--verbose", "--stacktrace");

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.out()).isEmpty();
        assertThat(end.err()).contains("\ntask 'auth' (OAuth2 Authentication): ", "invalid_client");
        assertThat(report()).contains("\"failed\"", "\"skipped\"");
        assertThat(end.err() + report()).doesNotContain(SECRET, "pässwörd");
        assertThat(files()).containsExactly("demo.yaml");
    }

    @Test
    void run_withUnsetVariable_isRefusedAndLeavesNothing() throws Exception {
        copyWorkflow();

        Launcher.Finished end =
                launcher().without("DEMO_PASSWORD").run("run", "work/demo.yaml", "--report", "report.json");

        assertThat(end.code()).isEqualTo(2);
        assertThat(end.out()).isEmpty();
        assertThat(end.err()).hasLineCount(1).startsWith("work/demo.yaml:").contains("DEMO_PASSWORD is not set");
        assertThat(folder.resolve("report.json")).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder("work", "out", "err");
        }
    }

    @Test
    void report_cannotBeWritten_isRefusedBeforeTheRun() throws Exception {
        copyWorkflow();

        Launcher.Finished end = launcher().run("run", "work/demo.yaml", "--report", "nowhere/report.json");

        assertThat(end)
                .isEqualTo(new Launcher.Finished(
                        2, "", "--report 'nowhere/report.json' cannot be written: there is no such file or folder\n"));
        assertThat(files()).containsExactly("demo.yaml");
    }

    @Test
    void report_isTheWorkflowFile_isRefused() throws Exception {
        copyWorkflow();

        Launcher.Finished end = launcher().run("run", "work/demo.yaml", "--report", "work/demo.yaml");

        assertThat(end)
                .isEqualTo(
                        new Launcher.Finished(2, "", "--report 'work/demo.yaml' is the workflow file; name another\n"));
    }

    @Test
    void set_isMalformed_isRefusedWithoutRepeatingTheValue() throws Exception {
        copyWorkflow();

        Launcher.Finished end = launcher().run("run", "work/demo.yaml", "--set", "auth=" + SECRET);

        assertThat(end)
                .isEqualTo(new Launcher.Finished(2, "", "--set 'auth' is not of the form TASK.PARAMETER=VALUE\n"));
    }

    @Test
    void set_ofPasswordInTheClear_isRefusedWithoutRepeatingIt() throws Exception {
        copyWorkflow();

        Launcher.Finished end = launcher().run("run", "work/demo.yaml", "--set", "auth.oauth_client_secret=" + SECRET);

        assertThat(end.code()).isEqualTo(2);
        assertThat(end.err()).hasLineCount(1).contains("oauth_client_secret").doesNotContain("pässwörd");
    }

    @Test
    void interrupt_whileATaskWaits_endsWith130AndWritesTheReport() throws Exception {
        copyWorkflow();
        try (OneAnswer server = OneAnswer.never()) {
            Launcher launcher = launcher().with("DEMO_TOKEN_URL", server.url());
            Process process = launcher.start("run", "work/demo.yaml", "--report", "report.json");
            assertThat(server.asked()).isTrue();

            Launcher.interrupt(process);
            Launcher.Finished end = launcher.finish(process);

            assertThat(end.code()).isEqualTo(130);
            assertThat(end.out()).isEmpty();
            assertThat(end.err()).endsWith("\ninterrupted; workflow 'demo' was cancelled\n");
            assertThat(report()).contains("\"cancelled\"", "\"skipped\"");
            assertThat(files()).containsExactly("demo.yaml");
        }
    }

    @Test
    void validate_ofMistakes_namesEachWithItsPlace() throws Exception {
        Files.writeString(folder.resolve("bad.yaml"), """
                workflow: bad
                tasks:
                  auth:
                    operator: oauth2-authenticaton
                  orders:
                    operator: http-request
                    config: aut
                    parameters:
                      ulr: https://api.example.org/orders
                """);

        Launcher.Finished end = launcher().run("validate", "bad.yaml");

        assertThat(end.code()).isEqualTo(2);
        assertThat(end.out()).isEmpty();
        assertThat(end.err().lines())
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(line -> line.matches("bad\\.yaml:[0-9]+:[0-9]+: .+"))
                .anyMatch(line -> line.startsWith("bad.yaml:4:") && line.contains("'oauth2-authentication'"))
                .anyMatch(line -> line.startsWith("bad.yaml:7:") && line.contains("'auth'"))
                .anyMatch(line -> line.startsWith("bad.yaml:9:") && line.contains("'url'"));
    }

    @Test
    void validate_ofMissingFile_isRefusedInOneLine() throws Exception {
        Launcher.Finished end = launcher().run("validate", "nope.yaml");

        assertThat(end).isEqualTo(new Launcher.Finished(2, "", "nope.yaml: there is no such file or folder\n"));
    }

    @Test
    void validate_ofFolder_isRefusedInOneLine() throws Exception {
        Launcher.Finished end = launcher().run("validate", ".");

        assertThat(end)
                .isEqualTo(
                        new Launcher.Finished(
                                2,
                                "",
                                ".: this is no export of a CMEM project; there is no config.xml at the top or in one folder\n"));
    }

    @Test
    void validate_ofTheExamples_isOkWithoutResolvingAnything() throws Exception {
        List<Path> examples;
        try (Stream<Path> files = Files.list(Launcher.DISTRIBUTION.resolve("examples"))) {
            examples = files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }

        assertThat(examples).hasSizeGreaterThanOrEqualTo(14);
        for (Path example : examples) {
            Launcher.Finished end = Launcher.in(folder).run("validate", example.toString());
            assertThat(end.out()).matches("\\Q" + example + "\\E: ok, [3-9] tasks\n");
            assertThat(end.err()).isEmpty();
            assertThat(end.code()).isZero();
        }
    }

    private Launcher launcher() {
        return Launcher.in(folder).with(servers.variables());
    }

    private void copyWorkflow() throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        Files.copy(Launcher.DISTRIBUTION.resolve("examples/demo.yaml"), work.resolve("demo.yaml"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("work"))) {
            return files.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve("report.json"));
    }

    private void assertNoSecretIn(String text) {
        assertThat(text)
                .doesNotContain(servers.value("DEMO_CLIENT_SECRET"), servers.value("DEMO_PASSWORD"))
                .doesNotContainPattern("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{32}(?![A-Za-z0-9_-])"); // the server's tokens
    }
}
