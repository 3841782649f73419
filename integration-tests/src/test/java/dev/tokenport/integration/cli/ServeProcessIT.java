package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code tokenport serve} as a process. */
@Timeout(300)
final class ServeProcessIT {

    private static final Pattern ADDRESS =
            Pattern.compile("open (http://127\\.0\\.0\\.1:(\\d+)/\\?start=[A-Za-z0-9_-]{20,}) \\(Ctrl-C ends it\\)\n");
    private static final String SECRET = "c4nary-of-the-client";

    @TempDir
    Path folder;

    @BeforeEach
    void prepare() throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        Files.copy(Launcher.DISTRIBUTION.resolve("examples/demo.yaml"), work.resolve("demo.yaml"));
    }

    @Test
    void serve_printsTheAddressAtOnce_andEndsWithCtrlC() throws Exception {
        Launcher launcher = launcher();
        Process process = launcher.start("serve", "work");
        Matcher address = address(process);

        var pages = new ServedPages("http://127.0.0.1:" + address.group(2));
        int strange = pages.get("/").statusCode();
        pages.open(address.group(1));
        String list = pages.get("/").body();
        Launcher.interrupt(process);
        Launcher.Finished end = launcher.finish(process);

        assertThat(strange).isEqualTo(403);
        assertThat(list).contains("demo.yaml");
        assertThat(end.code()).isEqualTo(130);
        assertThat(end.err()).isEqualTo("interrupted\n");
        assertThat(end.out()).isEqualTo(address.group());
        assertThat(new ServerSocket(Integer.parseInt(address.group(2)), 1, InetAddress.getLoopbackAddress()))
                .satisfies(ServerSocket::close);
    }

    @Test
    void history_byDefault_isForItsOwnerOnly() throws Exception {
        Launcher launcher = launcher();
        Process process = launcher.start("serve");
        address(process);
        Launcher.interrupt(process);
        launcher.finish(process);

        try (Stream<Path> made = Files.list(folder.resolve("home/.local/state/tokenport/history"))) {
            assertThat(made)
                    .singleElement()
                    .satisfies(one -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                            .isEqualTo("rwx------"));
        }
    }

    @Test
    void interrupt_whileAWorkflowRuns_cancelsItAndKeepsTheReport() throws Exception {
        try (OneAnswer server = OneAnswer.never()) {
            Launcher launcher = launcher()
                    .with("DEMO_TOKEN_URL", server.url())
                    .with("DEMO_API_URL", server.url())
                    .with("DEMO_CLIENT_ID", "orders")
                    .with("DEMO_USER_NAME", "me")
                    .with("DEMO_PASSWORD", SECRET)
                    .with("DEMO_CLIENT_SECRET", SECRET);
            Process process = launcher.start("serve", "work", "--history", "history");
            Matcher address = address(process);
            var pages = new ServedPages("http://127.0.0.1:" + address.group(2));
            pages.open(address.group(1));
            pages.run("demo.yaml");
            assertThat(server.asked()).isTrue();

            Launcher.interrupt(process);
            Launcher.Finished end = launcher.finish(process);

            assertThat(end.code()).isEqualTo(130);
            assertThat(end.err())
                    .matches("run of .*demo\\.yaml: started\nrun of .*demo\\.yaml: cancelled\ninterrupted\n");
            assertThat(kept())
                    .containsPattern("\"outcome\"\\s*:\\s*\"cancelled\"")
                    .doesNotContain(SECRET);
            try (Stream<Path> files = Files.list(folder.resolve("work"))) {
                assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("demo.yaml");
            }
            assertThat(process.descendants()).isEmpty();
        }
    }

    @Test
    void port_thatIsTaken_isRefusedInOneLine() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Launcher.Finished end = launcher().run("serve", "work", "--port", Integer.toString(other.getLocalPort()));

            assertThat(end)
                    .isEqualTo(new Launcher.Finished(
                            2, "", "port " + other.getLocalPort() + " is taken by another program\n"));
        }
    }

    @Test
    void folder_thatIsNone_isRefusedInOneLine() throws Exception {
        assertThat(launcher().run("serve", "nowhere"))
                .isEqualTo(new Launcher.Finished(2, "", "nowhere: there is no such folder\n"));
        assertThat(launcher().run("serve", "work/demo.yaml"))
                .isEqualTo(new Launcher.Finished(2, "", "work/demo.yaml: this is a file; name the folder it is in\n"));
    }

    @Test
    void browser_thatIsAskedFor_getsNoAddressInItsArguments() throws Exception {
        Path programs = Files.createDirectory(folder.resolve("programs"));
        Path open = Files.writeString(programs.resolve("xdg-open"), """
                #!/bin/sh
                { echo "$1"; cat "$1"; env; } >"%s/opened.part"
                mv "%1$s/opened.part" "%1$s/opened"
                """.formatted(folder));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwx------"));
        Launcher launcher = launcher().with("PATH", programs + ":/usr/bin:/bin").with("DEMO_CLIENT_SECRET", SECRET);
        Process process = launcher.start("serve", "work", "--open");
        Matcher address = address(process);
        while (process.isAlive() && !Files.exists(folder.resolve("opened"))) {
            Thread.onSpinWait();
        }
        List<String> opened = Files.readAllLines(folder.resolve("opened"));

        Launcher.interrupt(process);
        launcher.finish(process);

        assertThat(opened.get(0)).endsWith(".html").doesNotContain("start=");
        assertThat(opened)
                .anyMatch(line -> line.contains("url=" + address.group(1) + "\""))
                .noneMatch(line -> line.contains(SECRET));
        assertThat(Path.of(opened.get(0))).doesNotExist();
    }

    private Launcher launcher() {
        return Launcher.in(folder).with("HOME", folder.resolve("home").toString());
    }

    /** Waits for the address. */
    private Matcher address(Process process) throws IOException {
        Matcher matcher = ADDRESS.matcher("");
        while (process.isAlive() && !matcher.find()) {
            Thread.onSpinWait();
            matcher = ADDRESS.matcher(Files.readString(folder.resolve("out")));
        }
        assertThat(matcher.reset().find())
                .as("it serves: " + Files.readString(folder.resolve("err")))
                .isTrue();
        return matcher;
    }

    /** All that is kept of runs. */
    private String kept() throws IOException {
        var text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("history"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
