package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.testkit.RefusingPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tokenport token} as a process. */
final class TokenProcessIT {

    private static final String SECRET = "pässwörd%+ &=/:€";

    @TempDir
    Path folder;

    private final DemoServers servers;

    TokenProcessIT() throws IOException {
        servers = DemoServers.start();
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void token_ofCmemcVariables_isAllOfStandardOutput() throws Exception {
        Launcher.Finished end =
                Launcher.in(folder).with(servers.cmemcVariables()).run("token");

        assertThat(end.code()).isZero();
        assertThat(end.out()).matches("[A-Za-z0-9_-]{32}\n");
        assertThat(end.err()).isEmpty();
    }

    @Test
    void token_ofPasswordGrantWithSecretsTyped_isAllOfStandardOutput() throws Exception {
        Launcher.Finished end = Launcher.in(folder)
                .typing(servers.value("DEMO_CLIENT_SECRET") + "\n" + servers.value("DEMO_PASSWORD") + "\n")
                .run(
                        "token",
                        "--grant-type=password",
                        "--token-url=" + servers.value("DEMO_TOKEN_URL"),
                        "--client-id=" + servers.value("DEMO_CLIENT_ID"),
                        "--user-name=" + servers.value("DEMO_USER_NAME"),
                        "--client-secret=-",
                        "--password=-");

        assertThat(end.err()).startsWith("warning: ").hasLineCount(1);
        assertThat(end.out()).matches("[A-Za-z0-9_-]{32}\n");
        assertThat(end.code()).isZero();
    }

    @Test
    void token_asJson_hasTheFourMembers() throws Exception {
        Launcher.Finished end =
                Launcher.in(folder).with(servers.cmemcVariables()).run("token", "--json");

        assertThat(end.out())
                .matches("\\{\"access_token\":\"[A-Za-z0-9_-]{32}\",\"token_type\":\"Bearer\","
                        + "\"expires_at\":\"[-0-9]{10}T[:0-9]{8}Z\",\"scope\":\"\"}\n");
        assertThat(end.code()).isZero();
    }

    @Test
    void verify_withToken_explainsOnStandardOutputWithoutSecretOrToken() throws Exception {
        Launcher.Finished end =
                Launcher.in(folder).with(servers.cmemcVariables()).run("token", "--verify", "--verbose");

        assertThat(end.code()).isZero();
        assertThat(end.out())
                .contains(
                        "  --client-secret: ***  (from OAUTH_CLIENT_SECRET)\n",
                        "  POST " + servers.value("DEMO_TOKEN_URL") + "\n",
                        "  grant_type=client_credentials\n",
                        "  status: HTTP 200\n",
                        "To change\n  nothing\n")
                .doesNotContain(servers.value("DEMO_CLIENT_SECRET"))
                .doesNotContainPattern("[A-Za-z0-9_-]{32}");
    }

    @Test
    void secret_isWrong_isRefusedByTheServerInOneLine() throws Exception {
        Launcher.Finished end = Launcher.in(folder)
                .with(servers.cmemcVariables())
                .with("OAUTH_CLIENT_SECRET", SECRET)
                .run("token");

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.out()).isEmpty();
        assertThat(end.err())
                .hasLineCount(1)
                .contains("HTTP 401", "invalid_client", "unknown client or wrong secret")
                .doesNotContain(SECRET);
    }

    @Test
    void secret_isWrongWithEverythingShown_isNowhereInTheOutput() throws Exception {
        Launcher.Finished end = Launcher.in(folder)
                .with(servers.cmemcVariables())
                .with("OAUTH_CLIENT_SECRET", SECRET)
                .run("token", "--verify", "--verbose", "--stacktrace");

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.out()).isEmpty();
        assertThat(end.err())
                .contains("Configured\n", "Sent\n", "Answered\n  status: HTTP 401\n", "To change\n", "\tat ")
                .doesNotContain(SECRET, "p%C3%A4ssw%C3%B6rd", "pässwörd");
    }

    @Test
    void answer_isHtml_saysSoInOneLine() throws Exception {
        try (OneAnswer server = OneAnswer.of(200, "text/html", "<html>\n<body>Please log in</body>\n</html>")) {
            Launcher.Finished end =
                    Launcher.in(folder).with(servers.cmemcVariables()).run("token", "--token-url", server.url());

            assertThat(end.code()).isEqualTo(1);
            assertThat(end.out()).isEmpty();
            assertThat(end.err())
                    .hasLineCount(1)
                    .contains("HTTP 200", "not a JSON object")
                    .doesNotContain("Please log in");
        }
    }

    @Test
    void connection_isRefused_namesHostAndPort() throws Exception {
        try (var gone = RefusingPort.open()) {
            Launcher.Finished end = Launcher.in(folder)
                    .with(servers.cmemcVariables())
                    .run("token", "--token-url", gone.url("/token").toString(), "--attempts", "1");

            assertThat(end.code()).isEqualTo(1);
            assertThat(end.err()).hasLineCount(1).contains("127.0.0.1:" + gone.port());
        }
    }

    @Test
    void url_isWrong_isRefusedBeforeAnythingIsSent() throws Exception {
        Launcher.Finished end =
                Launcher.in(folder).with(servers.cmemcVariables()).run("token", "--token-url", "htp://x");

        assertThat(end).isEqualTo(new Launcher.Finished(2, "", "--token-url 'htp://x' is not an http(s) URL\n"));
    }

    @Test
    void interrupt_whileWaitingForTheAnswer_endsWith130() throws Exception {
        try (OneAnswer server = OneAnswer.never()) {
            Launcher launcher = Launcher.in(folder).with(servers.cmemcVariables());
            Process process = launcher.start("token", "--token-url", server.url());
            assertThat(server.asked()).isTrue();

            Launcher.interrupt(process);

            assertThat(launcher.finish(process)).isEqualTo(new Launcher.Finished(130, "", "interrupted\n"));
        }
    }

    @Test
    void secrets_whileRunning_areNotInTheListOfProcesses() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), SECRET);
        try (OneAnswer server = OneAnswer.never()) {
            Launcher launcher = Launcher.in(folder);
            Process process = launcher.start(
                    "token", "--token-url", server.url(), "--client-id", "c", "--client-secret", "file:" + file);
            assertThat(server.asked()).isTrue();

            String commandLine = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));

            assertThat(commandLine).contains("dev.tokenport.cli.Main").doesNotContain(SECRET);
            Launcher.interrupt(process);
            launcher.finish(process);
        }
    }

    @Test
    void standardOutput_isFull_isAFailure() throws Exception {
        Launcher.Finished end = Launcher.in(folder)
                .with(servers.cmemcVariables())
                .command(Path.of("/bin/sh"))
                .run("-c", Launcher.DISTRIBUTION.resolve("tokenport") + " token >/dev/full");

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.err()).isEqualTo("cannot write to standard output: No space left on device\n");
    }
}
