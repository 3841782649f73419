package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tokenport exec} as a process, with a real program in its place. */
@Timeout(120)
final class ExecProcessIT {

    private static final String TOKEN = "t0ken-that-is-nowhere-else";

    @TempDir
    Path folder;

    @Test
    void program_ofATokenThatWasFetched_getsItAndNoCredentials() throws Exception {
        try (DemoServers servers = DemoServers.start()) {
            Path script = script("env | grep OAUTH_ | sort; echo \"$@\"; echo problem >&2; exit 42");

            Launcher.Finished end = Launcher.in(folder)
                    .with(servers.cmemcVariables())
                    .with("OAUTH_PASSWORD", "unused")
                    .run("exec", "--", script.toString(), "a b", "--json");

            assertThat(end.out()).matches("""
                    OAUTH_ACCESS_TOKEN=[A-Za-z0-9_-]{32}
                    OAUTH_CLIENT_ID=[^\n]+
                    OAUTH_TOKEN_URI=[^\n]+
                    a b --json
                    """);
            assertThat(end.err()).isEqualTo("problem\n");
            assertThat(end.code()).isEqualTo(42);
        }
    }

    @Test
    void program_whoseTokenIsRefused_isNotRun() throws Exception {
        try (DemoServers servers = DemoServers.start()) {
            Path script = script("touch ran");

            Launcher.Finished end = Launcher.in(folder)
                    .with(servers.cmemcVariables())
                    .with("OAUTH_CLIENT_SECRET", "wrong")
                    .run("exec", "--", script.toString());

            assertThat(end.code()).isEqualTo(1);
            assertThat(end.out()).isEmpty();
            assertThat(end.err()).hasLineCount(1).contains("invalid_client");
            assertThat(folder.resolve("ran")).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource({"./none,127", "none,127", "./text,126", "/,126"})
    void program_thatCannotBeRun_endsAsWithEnv(String program, int code) throws Exception {
        Files.createFile(folder.resolve("text"));

        Launcher.Finished end = given().run("exec", program);

        assertThat(end.code()).isEqualTo(code);
        assertThat(end.out()).isEmpty();
        assertThat(end.err()).hasLineCount(1).contains("'" + program + "'");
    }

    @Test
    void input_afterASecret_isTheProgramsToTheLastByte() throws Exception {
        String rest = "line\n".repeat(100_000) + "no end";

        Launcher.Finished end = Launcher.in(folder)
                .with("OAUTH_GRANT_TYPE", "prefetched_token")
                .typing(TOKEN + "\n" + rest)
                .run("exec", "--access-token", "-", "cat");

        assertThat(end.out()).isEqualTo(rest);
        assertThat(end.err()).isEmpty();
        assertThat(end.code()).isZero();
    }

    @Test
    void token_whileTheProgramRuns_isInNoArgument() throws Exception {
        Path script = script("echo $$ > pid; mv pid ready; exec sleep 300");
        Process process = given().start("exec", "--", script.toString());
        long child = child();

        String launcher = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        String program = Files.readString(Path.of("/proc", Long.toString(child), "cmdline"));

        terminate(process);
        given().finish(process);
        assertThat(launcher).contains("dev.tokenport.cli.Main").doesNotContain(TOKEN);
        assertThat(program).doesNotContain(TOKEN);
        assertGone(child);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exec sleep 300|143",
                "trap 'echo bye; exit 42' TERM; while :; do sleep 0.05; done|42",
                "trap '' TERM; while :; do sleep 0.05; done|137"
            })
    void signal_endsTheProgramWhoseCodeStands(String body, int code) throws Exception {
        for (String signal : new String[] {"INT", "TERM"}) {
            Path script = script("echo $$ > pid; "
                    + body.replace("while", "mv pid ready; while").replace("exec sleep", "mv pid ready; exec sleep"));
            Launcher launcher = given();
            Process process = launcher.start("exec", "--", script.toString());
            long child = child();

            signal(process, signal);

            assertThat(launcher.finish(process).code()).as(signal).isEqualTo(code);
            assertGone(child);
            Files.delete(folder.resolve("ready"));
        }
    }

    @Test
    void signal_toAProgramWithChildren_leavesNoneBehind() throws Exception {
        Path script = script("sleep 300 & echo $! > pid; mv pid ready; wait");
        Launcher launcher = given();
        Process process = launcher.start("exec", "--", script.toString());
        long grandchild = child();

        terminate(process);

        assertThat(launcher.finish(process).code()).isEqualTo(143);
        assertGone(grandchild);
    }

    @Test
    void program_endedByASignalOfItsOwn_endsWith128AndItsNumber() throws Exception {
        assertThat(given().run("exec", script("kill -KILL $$").toString()).code())
                .isEqualTo(137);
    }

    private Launcher given() {
        return Launcher.in(folder).with("OAUTH_GRANT_TYPE", "prefetched_token").with("OAUTH_ACCESS_TOKEN", TOKEN);
    }

    private Path script(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("script.sh"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** The process whose id the script writes when it is ready. */
    private long child() throws IOException {
        while (!Files.exists(folder.resolve("ready"))) {
            Thread.onSpinWait();
        }
        return Long.parseLong(Files.readString(folder.resolve("ready")).strip());
    }

    private static void terminate(Process process) throws IOException, InterruptedException {
        signal(process, "TERM");
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void assertGone(long pid) throws Exception {
        var handle = ProcessHandle.of(pid);
        if (handle.isPresent()) {
            handle.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }
}
