package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Secrets from commands and encrypted ones, in workflows that are run by processes. */
@Timeout(120)
final class SecretProcessIT {

    @TempDir
    Path folder;

    private final DemoServers servers;

    SecretProcessIT() throws IOException {
        servers = DemoServers.start();
    }

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(folder.resolve("work"));
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void workflow_withSecretOfACommand_runsItOnceInItsFolder() throws Exception {
        script("echo run >> runs; echo \"$SECRET\"; echo more");
        workflow("${process:./get.sh 'for orders'}");

        Launcher.Finished end = launcher()
                .with("SECRET", servers.value("DEMO_CLIENT_SECRET"))
                .run("run", "work/demo.yaml", "--allow-processes", "--report", "report.json");

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(folder.resolve("work/orders.json")).content().contains("\"Käse\"");
        assertThat(folder.resolve("work/runs")).hasContent("run");
        assertNoSecretIn(end.out() + end.err() + Files.readString(folder.resolve("report.json")));
    }

    @Test
    void workflow_withSecretOfACommand_isRefusedUnrunWithoutLeave() throws Exception {
        script("touch ran; echo x");
        workflow("${process:./get.sh x}");

        Launcher.Finished refused = launcher().run("run", "work/demo.yaml");
        Launcher.Finished validated = launcher().run("validate", "work/demo.yaml");

        assertThat(refused)
                .isEqualTo(new Launcher.Finished(
                        2,
                        "",
                        "work/demo.yaml:14:28: task 'auth': oauth_client_secret: process:./get.sh … would run a command;"
                                + " allow it with --allow-processes\n"));
        assertThat(validated).isEqualTo(new Launcher.Finished(0, "work/demo.yaml: ok, 3 tasks\n", ""));
        assertThat(folder.resolve("work/ran")).doesNotExist();
    }

    @Test
    void command_failing_isToldWithItsPlaceBeforeAnythingRuns() throws Exception {
        script("echo hunter2; echo 'gpg: hunter2 is locked' >&2; exit 2");
        workflow("${process:./get.sh}");

        Launcher.Finished end = launcher().run("run", "work/demo.yaml", "--allow-processes");

        assertThat(end)
                .isEqualTo(new Launcher.Finished(
                        2,
                        "",
                        "work/demo.yaml:14:28: task 'auth': oauth_client_secret: process:./get.sh: exit code 2: gpg: ***"
                                + " is locked\n"));
    }

    @Test
    void interrupt_whileACommandRuns_endsBothWith130() throws Exception {
        script("echo $$ > pid; mv pid ready; exec sleep 300");
        workflow("${process:./get.sh}");
        Launcher launcher = launcher();
        Process process = launcher.start("run", "work/demo.yaml", "--allow-processes");
        long command = ready();

        Launcher.interrupt(process);

        assertThat(launcher.finish(process))
                .isEqualTo(new Launcher.Finished(130, "", "interrupted; nothing was run\n"));
        assertGone(command);
    }

    @Test
    void interrupt_whileACommandRunsForAToken_endsBothWith130() throws Exception {
        script("echo $$ > pid; mv pid ready; exec sleep 300");
        Launcher launcher = Launcher.in(folder)
                .with(servers.cmemcVariables())
                .with(
                        "OAUTH_CLIENT_SECRET_PROCESS",
                        folder.resolve("work/get.sh").toString());
        Process process = launcher.start("token", "--allow-processes");
        long command = ready();

        Launcher.interrupt(process);

        assertThat(launcher.finish(process)).isEqualTo(new Launcher.Finished(130, "", "interrupted\n"));
        assertGone(command);
    }

    @Test
    void token_ofCmemcProcessVariable_isFetched() throws Exception {
        script("[ \"$OAUTH_CLIENT_ID\" = \"$1\" ] && echo \"$SECRET\"");

        Launcher.Finished end = Launcher.in(folder)
                .with(servers.cmemcVariables())
                .with("SECRET", servers.value("DEMO_CLIENT_SECRET"))
                .with("OAUTH_CLIENT_SECRET", "wrong")
                .with(
                        "OAUTH_CLIENT_SECRET_PROCESS",
                        "[\"" + folder.resolve("work/get.sh") + "\", '" + servers.value("DEMO_CLIENT_ID") + "']")
                .run("token", "--allow-processes");

        assertThat(end.out()).matches("[A-Za-z0-9_-]{32}\n");
        assertThat(end.err()).isEmpty();
    }

    @Test
    void workflow_withEncryptedSecret_needsItsKeyAndItsName() throws Exception {
        keygen("a.key");
        keygen("b.key");
        workflow(encrypted());

        Launcher.Finished end = launcher().run("run", "work/demo.yaml", "--key-file", "a.key");
        Launcher.Finished byVariable =
                launcher().with("TOKENPORT_KEY_FILE", "a.key").run("run", "work/demo.yaml");
        Launcher.Finished withoutKey = launcher().run("run", "work/demo.yaml");
        Launcher.Finished wrongKey = launcher().run("run", "work/demo.yaml", "--key-file", "b.key");
        Launcher.Finished noFile = launcher().run("run", "work/demo.yaml", "--key-file", "c.key");
        Launcher.Finished validated = launcher().run("validate", "work/demo.yaml");
        Path file = folder.resolve("work/demo.yaml");
        Files.writeString(file, Files.readString(file).replace("workflow: demo", "workflow: other"));
        Launcher.Finished moved = launcher().run("run", "work/demo.yaml", "--key-file", "a.key");

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(byVariable.code()).as(byVariable.err()).isZero();
        assertThat(validated.code()).isZero();
        assertNoSecretIn(end.out() + end.err());
        assertRefused(withoutKey, " needs a key file; name it with --key-file or TOKENPORT_KEY_FILE\n");
        assertRefused(wrongKey, " was made with a key that is not in the key file 'b.key'\n");
        assertRefused(noFile, ": the key file 'c.key' does not exist; 'tokenport keygen' makes one\n");
        assertRefused(moved, " was made for another workflow than 'other'\n");
    }

    @Test
    void token_fetchedElsewhere_isUsedByAWorkflowWithoutTokenEndpoint() throws Exception {
        String token = Launcher.in(folder)
                .with(servers.cmemcVariables())
                .run("token")
                .out()
                .strip();
        workflow("x");
        Path file = folder.resolve("work/demo.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll(
                                "(?m)^      (oauth_token_url|oauth_client_id|oauth_client_secret|user_name|password):.*\n",
                                "")
                        .replace(
                                "oauth_grant_type: client_credentials",
                                "oauth_grant_type: prefetched_token\n      oauth_access_token: ${env:TOKEN}"));

        Launcher.Finished good = launcher().with("TOKEN", token).run("run", "work/demo.yaml");
        Launcher.Finished bad = launcher().with("TOKEN", "stale-t0ken").run("run", "work/demo.yaml");

        assertThat(good.code()).as(good.err()).isZero();
        assertThat(folder.resolve("work/orders.json")).content().contains("\"Käse\"");
        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.err())
                .contains("oauth_access_token was given, not fetched; it cannot be renewed: give a new one")
                .doesNotContain("stale-t0ken");
    }

    private void assertRefused(Launcher.Finished end, String why) {
        assertThat(end.code()).isEqualTo(2);
        assertThat(end.out()).isEmpty();
        assertThat(end.err())
                .hasLineCount(1)
                .startsWith("work/demo.yaml:14:28: task 'auth': oauth_client_secret: encrypted:…")
                .endsWith(why);
    }

    private void keygen(String file) throws Exception {
        assertThat(Launcher.in(folder).run("keygen", file).code()).isZero();
    }

    private String encrypted() throws Exception {
        Launcher.Finished end = Launcher.in(folder)
                .with("TOKENPORT_KEY_FILE", "a.key")
                .typing(servers.value("DEMO_CLIENT_SECRET") + "\n")
                .run("encrypt", "--workflow", "demo");
        assertThat(end.err()).isEmpty();
        return end.out().strip();
    }

    private Launcher launcher() {
        return Launcher.in(folder).with(servers.variables()).without("DEMO_CLIENT_SECRET");
    }

    private void workflow(String secret) throws IOException {
        String demo = Files.readString(Launcher.DISTRIBUTION.resolve("examples/demo.yaml"));
        Files.writeString(folder.resolve("work/demo.yaml"), demo.replace("${env:DEMO_CLIENT_SECRET}", secret));
    }

    private void script(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("work/get.sh"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** The process whose id the script writes, in the folder that it runs in, when it is ready. */
    private long ready() throws IOException {
        Path inWork = folder.resolve("work/ready");
        Path here = folder.resolve("ready");
        while (!Files.exists(inWork) && !Files.exists(here)) {
            Thread.onSpinWait();
        }
        return Long.parseLong(
                Files.readString(Files.exists(inWork) ? inWork : here).strip());
    }

    private static void assertGone(long pid) throws Exception {
        var handle = ProcessHandle.of(pid);
        if (handle.isPresent()) {
            handle.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private void assertNoSecretIn(String text) {
        assertThat(text).doesNotContain(servers.value("DEMO_CLIENT_SECRET"), servers.value("DEMO_PASSWORD"));
    }
}
