package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and paths that are as long as they may be, longer, and in any script. */
final class PathsIT {

    @TempDir
    Path folder;

    @Test
    void names_asLongAsTheyMayBe_areWritten() throws Exception {
        CopyWorkflow.write(folder);
        String longest = "x".repeat(250);

        Launcher.Finished end = Launcher.in(folder)
                .run("run", "copy.yaml", "--set", "csv.file=" + longest + ".csv1", "--report", longest + ".json");

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(folder.resolve(longest + ".csv1")).hasContent(CopyWorkflow.rows());
        assertThat(folder.resolve(longest + ".json")).exists();
    }

    @Test
    void names_tooLong_areRefusedInOneLine() throws Exception {
        CopyWorkflow.write(folder);
        String tooLong = "x".repeat(256);

        Launcher.Finished report = Launcher.in(folder).run("run", "copy.yaml", "--report", tooLong);
        Launcher.Finished data = Launcher.in(folder).run("run", "copy.yaml", "--set", "csv.file=" + tooLong);
        Launcher.Finished workflow = Launcher.in(folder).run("validate", tooLong);

        assertThat(report)
                .isEqualTo(new Launcher.Finished(
                        2, "", "--report '" + tooLong + "' cannot be written: File name too long\n"));
        assertThat(data.code()).isEqualTo(1);
        assertThat(data.err())
                .endsWith("\ntask 'csv' (CSV dataset): file '" + tooLong + "' cannot be written: File name too long\n");
        assertThat(workflow).isEqualTo(new Launcher.Finished(2, "", tooLong + ": File name too long\n"));
        assertThat(CopyWorkflow.names(folder)).doesNotContain("out.csv").allMatch(name -> !name.endsWith(".tmp"));
    }

    @Test
    void path_nearlyAsLongAsItMayBe_isWrittenAndALongerOneRefused() throws Exception {
        Path deep = folder;
        while (deep.toString().length() < 3_600) {
            deep = deep.resolve("d".repeat(200));
        }
        Files.createDirectories(deep);
        CopyWorkflow.write(deep);

        Launcher.Finished end = Launcher.in(folder).run("run", deep + "/copy.yaml", "--report", deep + "/report.json");
        String tooLong = deep.resolve("d".repeat(250))
                .resolve("e".repeat(250))
                .resolve("f")
                .toString();
        Launcher.Finished refused = Launcher.in(folder).run("run", tooLong);

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(deep.resolve("out.csv")).hasContent(CopyWorkflow.rows());
        assertThat(refused).isEqualTo(new Launcher.Finished(2, "", tooLong + ": File name too long\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C.UTF-8", "POSIX"})
    void path_inAnyScript_isReadWrittenAndShown(String locale) throws Exception {
        Path work = Files.createDirectory(folder.resolve("größe 漢字 \uD83D\uDE00 עברית"));
        CopyWorkflow.write(work);
        String name = work.getFileName() + "/é\u0301.json";

        Launcher.Finished end = Launcher.in(folder)
                .with("LC_ALL", locale)
                .run("run", work.getFileName() + "/copy.yaml", "--set", "csv.file=ß.csv", "--report", name);
        Launcher.Finished missing = Launcher.in(folder).with("LC_ALL", locale).run("validate", name + "x");

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(CopyWorkflow.names(work))
                .containsExactlyInAnyOrder("copy.yaml", "in.csv", "out.json", "ß.csv", "é\u0301.json");
        assertThat(missing).isEqualTo(new Launcher.Finished(2, "", name + "x: there is no such file or folder\n"));
    }
}
