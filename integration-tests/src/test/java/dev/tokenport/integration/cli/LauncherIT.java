package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that starts the command. */
final class LauncherIT {

    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w*GC");

    @TempDir
    Path folder;

    @Test
    void version_fromAnotherFolderThroughTwoLinks_isShown() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("a folder with blanks"));
        Path first = Files.createSymbolicLink(bin.resolve("first"), Launcher.DISTRIBUTION.resolve("tokenport"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), folder.relativize(first));

        Launcher.Finished end = Launcher.in(folder).command(second).run("--version");

        assertThat(end.code()).isZero();
        assertThat(end.out()).matches("tokenport [0-9].*\n");
        assertThat(end.err()).isEmpty();
    }

    @Test
    void umlauts_withoutAnyLocale_surviveInArgumentsVariablesAndOutput() throws Exception {
        Launcher.Finished end = Launcher.in(folder)
                .with("OAUTH_TOKEN_URI", "grüße€")
                .run("token", "--grant-type", "größe€", "--client-id", "c", "--client-secret", "env:ÄÖÜ");

        assertThat(end.code()).isEqualTo(2);
        assertThat(end.err()).contains("'größe€' is none of", "'grüße€' is not");
    }

    @Test
    void umlauts_withPosixLocale_survive() throws Exception {
        Launcher.Finished end = Launcher.in(folder).with("LC_ALL", "POSIX").run("operators", "größe€");

        assertThat(end.err()).contains("'größe€'");
    }

    @Test
    void umlauts_withLocaleThatIsNotInstalled_survive() throws Exception {
        Launcher.Finished end = Launcher.in(folder).with("LANG", "xx_XX.UTF-8").run("operators", "größe€");

        assertThat(end.err()).contains("'größe€'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseParallelGC", "-XX:+UseSerialGC"})
    void start_withACollectorOfTheUsersChoice_isThatOne(String collector) throws Exception {
        Launcher.Finished end = Launcher.in(folder)
                .with("TOKENPORT_JAVA_OPTS", collector + " -XX:+PrintCommandLineFlags")
                .run("--version");

        assertThat(end.code()).isZero();
        assertThat(COLLECTOR.matcher(end.out()).results().map(MatchResult::group))
                .containsExactly(collector);
        assertThat(end.err()).isEmpty();
    }

    @Test
    void start_withAnOptionOfAllCollectors_keepsThatOfTheLauncher() throws Exception {
        Launcher.Finished end = Launcher.in(folder)
                .with("TOKENPORT_JAVA_OPTS", "-XX:+UseGCOverheadLimit -XX:+PrintCommandLineFlags")
                .run("--version");

        assertThat(end.out()).contains("-XX:+UseSerialGC ");
    }

    @Test
    void worker_onFewProcessors_hasTheSerialCollector() throws Exception {
        Launcher.Finished end = Launcher.in(folder)
                .with("TOKENPORT_JAVA_OPTS", "-XX:+PrintCommandLineFlags")
                .run("worker", "--help");

        boolean few = Runtime.getRuntime().availableProcessors() <= 4;
        assertThat(COLLECTOR.matcher(end.out()).results().map(MatchResult::group))
                .containsExactly(few ? "-XX:+UseSerialGC" : "-XX:+UseG1GC");
    }

    @Test
    void javaHome_hasNoJava_isNamed() throws Exception {
        Launcher.Finished end =
                Launcher.in(folder).with("JAVA_HOME", folder.toString()).run("--version");

        assertThat(end)
                .isEqualTo(new Launcher.Finished(
                        1,
                        "",
                        "JAVA_HOME '" + folder + "' has no bin/java; point it to a Java of version 17 or later\n"));
    }

    @Test
    void java_isTooOld_isNamed() throws Exception {
        Path java = Files.createDirectory(folder.resolve("bin")).resolve("java");
        script(java, "exit 0");
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");

        Launcher.Finished end =
                Launcher.in(folder).with("JAVA_HOME", folder.toString()).run("--version");

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.err())
                .isEqualTo(java.toRealPath() + " is of version 11.0.2; Tokenport needs Java 17 or later\n");
    }

    @Test
    void javaOptions_areGiven_reachJava() throws Exception {
        Launcher.Finished end = Launcher.in(folder)
                .with("TOKENPORT_JAVA_OPTS", "-Dtokenport.terminals= -XX:+PrintFlagsFinal")
                .run("--version");

        assertThat(end.out()).contains("[Global flags]");
    }

    @Test
    void plugin_isNoJar_isNamedInOneLineAndLeftOut() throws Exception {
        Files.writeString(folder.resolve("broken.jar"), "this is no JAR");

        Launcher.Finished end =
                Launcher.in(folder).with("TOKENPORT_PLUGINS", folder.toString()).run("operators");

        assertThat(end.code()).isZero();
        assertThat(end.out()).contains("http-request");
        assertThat(end.err())
                .isEqualTo("warning: the plugin broken.jar was left out: it is not a readable JAR: zip END header not"
                        + " found\n");
    }

    @Test
    void plugins_areInNoFolder_isNamedInOneLine() throws Exception {
        Launcher.Finished end =
                Launcher.in(folder).with("TOKENPORT_PLUGINS", "nowhere").run("operators");

        assertThat(end)
                .isEqualTo(new Launcher.Finished(2, "", "TOKENPORT_PLUGINS 'nowhere' is not a readable folder\n"));
    }

    @Test
    void build_withoutMaven_saysWhatIsMissing() throws Exception {
        Path checkout = Files.createDirectory(folder.resolve("checkout"));
        Path script = Files.copy(Launcher.DISTRIBUTION.resolve("tokenport"), checkout.resolve("tokenport"));

        Launcher.Finished end = Launcher.in(folder)
                .command(script)
                .with("PATH", minimalPath().toString())
                .run("--version");

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.err())
                .isEqualTo("nothing is built yet, and no mvn on the PATH to build it; install Maven 3.8.7 or later\n");
    }

    @Test
    void build_fails_namesItsLog() throws Exception {
        Path checkout = Files.createDirectory(folder.resolve("checkout"));
        Path script = Files.copy(Launcher.DISTRIBUTION.resolve("tokenport"), checkout.resolve("tokenport"));
        Path path = minimalPath();
        script(path.resolve("mvn"), "echo broken; exit 1");

        Launcher.Finished end = Launcher.in(folder)
                .command(script)
                .with("PATH", path.toString())
                .run("--version");

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.err())
                .isEqualTo("tokenport: nothing is built yet; building (once, about a minute)\n"
                        + "the build failed; see " + checkout.toRealPath() + "/cli/target/build.log\n");
        assertThat(checkout.resolve("cli/target/build.log")).hasContent("broken");
        assertThat(checkout.resolve("cli/target/building")).doesNotExist();
    }

    private Path minimalPath() throws IOException {
        Path path = Files.createDirectory(folder.resolve("path"));
        for (String tool :
                new String[] {"dirname", "readlink", "sed", "head", "uname", "mkdir", "rm", "cat", "sleep"}) {
            Files.createSymbolicLink(path.resolve(tool), Path.of("/usr/bin").resolve(tool));
        }
        return path;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
