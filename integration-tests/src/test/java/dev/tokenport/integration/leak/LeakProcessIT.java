package dev.tokenport.integration.leak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.cli.Launcher;
import dev.tokenport.integration.leak.Canary.Characters;
import dev.tokenport.integration.leak.Canary.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only a process can leak: the logs of the JDK, arguments, the environment of a program, files of one that was killed. */
@Timeout(120)
final class LeakProcessIT {

    private static final String EVERYTHING = """
            handlers = java.util.logging.FileHandler, java.util.logging.ConsoleHandler
            .level = ALL
            java.util.logging.FileHandler.level = ALL
            java.util.logging.FileHandler.pattern = %s/jdk.log
            java.util.logging.ConsoleHandler.level = ALL
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void jdk_thatLogsEverything_logsNoSecret(Characters characters) throws Exception {
        var place = new Place(folder, characters);
        Path settings = place.given("logging.properties", EVERYTHING.formatted(folder));
        var leaks = new ArrayList<String>();

        try (var servers = new Servers()) {
            for (Misfortune misfortune : List.of(Misfortune.NONE, Misfortune.HEADER, Misfortune.DESCRIPTION)) {
                servers.with(misfortune, List.of(place.canary(Kind.CLIENT_SECRET)), place);
                String url = servers.url(misfortune);
                place.given("orders.yaml", Workflows.orders(url, "PT20S", url));
                for (List<String> command : List.of(
                        List.of("token", "--verify", "--token-url=" + url + "/token", "--client-id=reader"),
                        List.of("run", place.folder() + "/given/orders.yaml", "--report=" + place.folder() + "/r.json"),
                        List.of(
                                "run",
                                place.folder() + "/given/orders.yaml",
                                "--report=" + place.folder() + "/r.html"))) {
                    Launcher.Finished end = launcher(place)
                            .with("JAVA_TOOL_OPTIONS", "-Djava.util.logging.config.file=" + settings)
                            .run(Stream.concat(command.stream(), Stream.of("--verbose", "--stacktrace"))
                                    .toArray(String[]::new));
                    assertThat(end.code()).as(end.err()).isEqualTo(misfortune == Misfortune.NONE ? 0 : 1);
                    leaks.addAll(place.leaks(misfortune + " " + command, end.out() + end.err(), List.of()));
                }
            }
        }

        leaks.addAll(place.leaksInFiles());
        assertThat(leaks).isEmpty();
        assertThat(folder.resolve("jdk.log")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void jdk_thatIsToldToLogIntoAFile_makesNone(Characters characters) throws Exception {
        var place = new Place(folder, characters);
        Path settings = place.given("logging.properties", EVERYTHING.formatted(folder));

        try (var servers = new Servers()) {
            servers.with(Misfortune.NONE, List.of(), place);
            Launcher.Finished end = launcher(place)
                    .with("JAVA_TOOL_OPTIONS", "-Djava.util.logging.config.file=" + settings)
                    .run("token", "--token-url=" + servers.url(Misfortune.NONE) + "/token", "--client-id=reader");

            assertThat(end.code()).as(end.err()).isZero();
            assertThat(place.leaks("the messages", end.err(), List.of())).isEmpty();
            assertThat(place.leaks("the output", end.out(), List.of(Kind.ISSUED_TOKEN)))
                    .isEmpty();
        }

        assertThat(place.leaksInFiles()).isEmpty();
        assertThat(folder.resolve("jdk.log")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void run_thatIsKilled_leavesNoSecretAndHasNoneInItsArguments(Characters characters) throws Exception {
        var place = new Place(folder, characters);
        try (var servers = new Servers()) {
            servers.with(Misfortune.SILENT, List.of(), place);
            String url = servers.url(Misfortune.SILENT);
            place.given("orders.yaml", Workflows.orders(url, "PT60S", url));

            Process process = launcher(place).start("run", place.folder() + "/given/orders.yaml", "--verbose");
            servers.server().awaitRequests(1);
            String arguments = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"), ISO_8859_1);
            process.destroyForcibly();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(arguments).contains("orders.yaml");
            assertThat(place.leaks("the arguments", arguments, List.of())).isEmpty();
            assertThat(place.leaksInFiles()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void program_thatExecRuns_knowsItsTokenAndNoOtherSecret(Characters characters) throws Exception {
        var place = new Place(folder, characters);
        try (var servers = new Servers()) {
            servers.with(Misfortune.NONE, List.of(), place);

            Launcher.Finished end = launcher(place)
                    .run(
                            "exec",
                            "--token-url=" + servers.url(Misfortune.NONE) + "/token",
                            "--client-id=reader",
                            "--",
                            "sh",
                            "-c",
                            "env; cat /proc/$PPID/cmdline | tr '\\0' ' '");

            assertThat(end.code()).as(end.err()).isZero();
            assertThat(end.out())
                    .contains(
                            "OAUTH_ACCESS_TOKEN="
                                    + place.canary(Kind.ISSUED_TOKEN).text(),
                            "--client-id=reader");
            assertThat(place.leaks("the program's environment", end.out(), List.of(Kind.ISSUED_TOKEN)))
                    .isEmpty();
            assertThat(place.leaks("the messages", end.err(), List.of())).isEmpty();
        }
    }

    /** Its output goes to files of a folder that is no place for leaks of its own. */
    private static Launcher launcher(Place place) throws IOException {
        Path output = Files.createDirectories(place.folder().resolve("given").resolve("output"));
        return Launcher.in(output)
                .with(place.variables())
                .with("TOKENPORT_JAVA_OPTS", "-Djava.io.tmpdir=" + place.temporary());
    }
}
