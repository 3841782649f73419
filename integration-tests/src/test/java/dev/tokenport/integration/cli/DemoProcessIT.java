package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code tokenport demo} and the commands that tell about operators, as processes. */
final class DemoProcessIT {

    @TempDir
    Path folder;

    @Test
    void demo_runsBothGrants_andLeavesNothingBehind() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));

        Launcher.Finished end = Launcher.in(folder)
                .with("TOKENPORT_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary)
                .run("demo");

        assertThat(end.err()).contains("auth: done", "orders: done", "file: done");
        assertThat(end.out())
                .contains("client_credentials: the API answered [", "password: the API answered [", "\"Käse\"")
                .endsWith("The installation works.\n");
        assertThat(end.code()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    @Timeout(120)
    void demo_isInterrupted_leavesNothingBehind() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        // Interpreted only, it takes seconds, so that it has certainly not ended by itself.
        Launcher launcher = Launcher.in(folder).with("TOKENPORT_JAVA_OPTS", "-Xint -Djava.io.tmpdir=" + temporary);

        Process process = launcher.start("demo");
        while (process.isAlive() && !Files.readString(folder.resolve("err")).contains("are listening")) {
            Thread.onSpinWait();
        }
        Launcher.interrupt(process);
        Launcher.Finished end = launcher.finish(process);

        assertThat(end.code()).as(end.err()).isEqualTo(130);
        assertThat(end.out()).isEmpty();
        assertThat(end.err()).endsWith("\ninterrupted\n");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void operators_areListed_aLineEach() throws Exception {
        Launcher.Finished end = Launcher.in(folder).run("operators");

        assertThat(end.code()).isZero();
        assertThat(end.out().lines())
                .anyMatch(line -> line.startsWith("oauth2-authentication  "))
                .anyMatch(line -> line.startsWith("http-request  "))
                .anyMatch(line -> line.startsWith("set-parameters  "));
        assertThat(end.err()).isEmpty();
    }

    @Test
    void operator_byAlias_isShownInFull() throws Exception {
        Launcher.Finished end = Launcher.in(folder).run("operators", "oauth2-authentication");

        assertThat(end.code()).isZero();
        assertThat(end.out()).contains("# OAuth2 Authentication", "## Parameter", "## Advanced Parameter");
    }

    @Test
    void operator_isUnknown_namesTheNearest() throws Exception {
        Launcher.Finished end = Launcher.in(folder).run("operators", "http-requst");

        assertThat(end)
                .isEqualTo(new Launcher.Finished(
                        2, "", "there is no operator 'http-requst'; did you mean 'http-request'?\n"));
    }

    @Test
    void schema_isPrinted_asOneJsonObject() throws Exception {
        Launcher.Finished end = Launcher.in(folder).run("schema");

        assertThat(end.code()).isZero();
        assertThat(end.out()).startsWith("{").endsWith("}\n").contains("\"oauth2-authentication\"");
    }

    @Test
    void docs_areWritten_aPageForEachOperator() throws Exception {
        Launcher.Finished end = Launcher.in(folder).run("docs", "--output", "pages");

        assertThat(end.code()).isZero();
        assertThat(end.out()).matches("[0-9]+ pages in pages\n");
        assertThat(folder.resolve("pages/oauth2-authentication.md")).content().startsWith("---\ntitle: ");
    }

    @Test
    void docs_folderIsAFile_isRefused() throws Exception {
        Files.writeString(folder.resolve("pages"), "");

        Launcher.Finished end = Launcher.in(folder).run("docs", "--output", "pages");

        assertThat(end).isEqualTo(new Launcher.Finished(2, "", "--output 'pages': there is a file of that name\n"));
    }
}
