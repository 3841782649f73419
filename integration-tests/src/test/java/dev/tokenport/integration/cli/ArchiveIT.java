package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The archive of classes that the launcher makes for a Java when it meets it first. */
final class ArchiveIT {

    private static final String SECRET = "zr5VkQ0wPq9TmXs7Ld2J";

    @TempDir
    Path folder;

    private Path distribution;
    private Path archives;

    @BeforeEach
    void copyDistribution() throws IOException {
        distribution = folder.resolve("tokenport");
        archives = distribution.resolve("archive");
        try (Stream<Path> files = Files.walk(Launcher.DISTRIBUTION)) {
            for (Path file : files.toList()) {
                Path copy = distribution.resolve(Launcher.DISTRIBUTION.relativize(file));
                if (!copy.startsWith(archives)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    @Test
    void start_first_makesAnArchiveThatTheNextOneUses() throws Exception {
        assertThat(mainClassOfAStart()).contains("source: shared objects file");
        FileTime made = Files.getLastModifiedTime(archive());

        assertThat(mainClassOfAStart()).contains("source: shared objects file");
        assertThat(Files.getLastModifiedTime(archive())).isEqualTo(made);
    }

    @Test
    void run_first_makesAnArchiveThatHasTheDatasets() throws Exception {
        Files.writeString(folder.resolve("in.csv"), "id\n1\n");
        Files.writeString(folder.resolve("copy.yaml"), """
                workflow: copy
                tasks:
                  in:
                    operator: csv-dataset
                    parameters: {file: in.csv}
                  out:
                    operator: json-dataset
                    inputs: in
                    parameters: {file: out.json}
                """);

        assertThat(loaded("dev.tokenport.operators.format.CsvRows", "run", "copy.yaml"))
                .contains("source: shared objects file");
        assertThat(archive().getFileName().toString()).contains("-run.");
    }

    @Test
    void start_afterAnotherBuild_makesItAnew() throws Exception {
        assertThat(version().code()).isZero();
        FileTime made = Files.getLastModifiedTime(archive());
        Files.setLastModifiedTime(
                distribution.resolve("lib").resolve("cli.jar"),
                FileTime.fromMillis(made.toMillis() + TimeUnit.MINUTES.toMillis(1)));

        assertThat(version().code()).isZero();

        assertThat(Files.getLastModifiedTime(archive())).isGreaterThan(made);
    }

    @Test
    void distribution_movedWithItsArchives_findsItsPartsAtItsNewPlace() throws Exception {
        Files.writeString(folder.resolve("one.yaml"), """
                workflow: one
                tasks:
                  only: {operator: set-parameters, parameters: {parameters: {a: b}}}
                """);
        assertThat(loaded("dev.tokenport.cli.Main", "graph", "one.yaml")).contains("source: shared objects file");
        Path moved = Files.move(distribution, folder.resolve("moved"));

        Launcher.Finished ended =
                Launcher.in(folder).command(moved.resolve("tokenport")).run("graph", "one.yaml");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("<svg");
    }

    @ParameterizedTest
    @CsvSource({"TOKENPORT_ARCHIVE, off", "TOKENPORT_JAVA_OPTS, -Xshare:off"})
    void start_archiveIsSwitchedOffOrJavaIsGivenAnother_makesNone(String variable, String value) throws Exception {
        Launcher.Finished end = launcher().with(variable, value).run("--version");

        assertThat(end.code()).isZero();
        assertThat(end.err()).isEmpty();
        assertThat(archives).doesNotExist();
    }

    @Test
    void start_aVariableGivesJavaACollector_makesOneAllTheSame() throws Exception {
        Launcher.Finished end =
                launcher().with("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC").run("--version");

        assertThat(end.code()).isZero();
        assertThat(archive()).isNotEmptyFile();
    }

    @Test
    void start_archiveCannotBeWritten_worksWithoutAWord() throws Exception {
        Files.writeString(archives, "a file where the folder would be");

        Launcher.Finished end = version();

        assertThat(end.code()).isZero();
        assertThat(end.err()).isEmpty();
    }

    @Test
    void start_archiveIsBroken_worksWithoutAWord() throws Exception {
        assertThat(version().code()).isZero();
        Path archive = archive();
        Files.delete(archive);
        Files.writeString(archive, "no archive");

        Launcher.Finished end = version();

        assertThat(end.code()).isZero();
        assertThat(end.err()).isEmpty();
    }

    @Test
    void start_javaCannotMakeOne_triesOnlyOnce() throws Exception {
        Path java = javaThatCannotTrain();

        for (int i = 0; i < 2; i++) {
            Launcher.Finished end =
                    launcher().with("JAVA_HOME", java.toString()).run("--version");
            assertThat(end.code()).isZero();
            assertThat(end.err()).isEmpty();
        }

        assertThat(folder.resolve("trainings")).hasContent("training");
        assertThat(archive()).isEmptyFile();
    }

    @Test
    void start_severalAtATime_allWork() throws Exception {
        List<Launcher> launchers = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            Path own = Files.createDirectory(folder.resolve(name));
            launchers.add(Launcher.in(own).command(distribution.resolve("tokenport")));
        }

        List<Process> processes = launchers.stream().map(ArchiveIT::started).toList();

        for (int i = 0; i < processes.size(); i++) {
            Launcher.Finished end = launchers.get(i).finish(processes.get(i));
            assertThat(end.code()).isZero();
            assertThat(end.err()).isEmpty();
        }
        assertThat(archive()).isNotEmptyFile();
    }

    @Test
    void archive_madeWhereSecretsAre_hasNone() throws Exception {
        Launcher.Finished end = launcher()
                .with("OAUTH_CLIENT_SECRET", SECRET)
                .with("OAUTH_CLIENT_ID", "c")
                .with("OAUTH_TOKEN_URI", "http://127.0.0.1:1/token")
                .run("token", "--attempts", "1");

        assertThat(end.code()).isEqualTo(1);
        String octets = Files.readString(archive(), StandardCharsets.ISO_8859_1);
        assertThat(octets.contains(SECRET)).isFalse();
        assertThat(octets.contains("dev/tokenport/cli/Main")).isTrue();
    }

    private Launcher launcher() {
        return Launcher.in(folder).command(distribution.resolve("tokenport"));
    }

    private Launcher.Finished version() throws Exception {
        return launcher().run("--version");
    }

    private static Process started(Launcher launcher) {
        try {
            return launcher.start("--version");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String mainClassOfAStart() throws Exception {
        return loaded("dev.tokenport.cli.Main", "--version");
    }

    /** Where a start of the command has a class from. */
    private String loaded(String type, String... arguments) throws Exception {
        Path log = folder.resolve("classes");
        Launcher.Finished end = launcher()
                .with("TOKENPORT_JAVA_OPTS", "-Xlog:class+load:file=" + log + "::filecount=0")
                .run(arguments);
        assertThat(end.code()).isZero();
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" " + type + " "))
                .findFirst()
                .orElse("");
    }

    /** The only file in the folder: no lock, nothing half-made is left. */
    private Path archive() throws IOException {
        try (Stream<Path> files = Files.list(archives)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private Path javaThatCannotTrain() throws IOException {
        Path real = Path.of(System.getProperty("java.home"));
        Path home = folder.resolve("java");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(real.resolve("release"), home.resolve("release"));
        Path script = home.resolve("bin/java");
        Files.writeString(script, """
                #!/bin/sh
                case "$*" in *Training*) echo training >>'%s'; exit 1 ;; esac
                exec '%s' "$@"
                """.formatted(folder.resolve("trainings"), real.resolve("bin/java")));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }
}
