package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or read-only, and a limit of the size of files: what was there stays, and nothing half is left. */
final class FullDiskIT {

    /** 8 KiB, in the blocks of bash. */
    private static final String LIMITED = "ulimit -f 8; exec \"$tokenport\" \"$@\"";

    @TempDir
    Path folder;

    private Path work;

    @BeforeEach
    void write() throws Exception {
        work = Files.createDirectory(folder.resolve("work"));
        CopyWorkflow.write(work);
    }

    @Test
    void dataset_largerThanFilesMayBe_isOneErrorAndTheOldFileStays() throws Exception {
        Files.writeString(work.resolve("out.csv"), "old");

        Launcher.Finished end = WrappedLauncher.in(folder, LIMITED)
                .run("run", "work/copy.yaml", "--set", "json.file=/dev/null/x", "--parallel", "1");

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.out()).isEmpty();
        assertThat(end.err())
                .endsWith("\ntask 'in' (CSV dataset): its entities cannot be spooled in '/tmp': File too large\n");
        assertThat(CopyWorkflow.names(work)).containsExactly("copy.yaml", "in.csv", "out.csv");
        assertThat(work.resolve("out.csv")).hasContent("old");
    }

    @Test
    void dataset_onAFullDisk_isOneErrorAndTheOldFileStays() throws Exception {
        Launcher.Finished end = onSmallDisk("").run("run", "work/copy.yaml", "--set", "csv.file=../disk/out.csv");

        assertThat(end.code()).as(end.err()).isEqualTo(1);
        assertThat(end.out()).isEmpty();
        assertThat(end.err())
                .endsWith(
                        "\ntask 'csv' (CSV dataset): file '../disk/out.csv' cannot be written: No space left on device\n");
        assertThat(folder.resolve("on-disk")).hasContent("out.csv\nreport.json\n");
        assertThat(folder.resolve("out.csv")).hasContent("old");
    }

    @Test
    void report_onAFullDisk_isOneErrorAndTheOldReportStays() throws Exception {
        Launcher.Finished end = onSmallDisk("head -c 70000 /dev/zero >disk/filling 2>/dev/null")
                .run("run", "work/copy.yaml", "--report", "disk/report.json");

        assertThat(end.code()).as(end.err()).isEqualTo(1);
        assertThat(end.out()).isEmpty();
        assertThat(end.err()).endsWith("\n--report 'disk/report.json' cannot be written: No space left on device\n");
        assertThat(folder.resolve("on-disk")).hasContent("filling\nout.csv\nreport.json\n");
        assertThat(folder.resolve("report.json")).hasSameTextualContentAs(work.resolve("copy.yaml"));
        assertThat(work.resolve("out.csv")).hasContent(CopyWorkflow.rows());
    }

    @Test
    void spool_onAFullDisk_isOneErrorThatNamesTheFolder() throws Exception {
        Launcher.Finished end = onSmallDisk("export TOKENPORT_JAVA_OPTS=-Djava.io.tmpdir=$PWD/disk")
                .run("run", "work/copy.yaml");

        assertThat(end.code()).as(end.err()).isEqualTo(1);
        assertThat(end.err())
                .endsWith("\ntask 'in' (CSV dataset): its entities cannot be spooled in '" + folder
                        + "/disk': No space left on device\n");
        assertThat(folder.resolve("on-disk")).hasContent("out.csv\nreport.json\n");
    }

    @Test
    void dataset_onAReadOnlyDisk_isOneError() throws Exception {
        Launcher.Finished end = onSmallDisk("mount -o remount,ro disk")
                .run("run", "work/copy.yaml", "--set", "csv.file=../disk/out.csv");

        assertThat(end.code()).as(end.err()).isEqualTo(1);
        assertThat(end.err())
                .endsWith("\ntask 'csv' (CSV dataset): file '../disk/out.csv' may not be written by this user\n");
        assertThat(folder.resolve("out.csv")).hasContent("old");
    }

    @Test
    void report_onAReadOnlyDisk_isRefusedBeforeTheRun() throws Exception {
        Launcher.Finished end =
                onSmallDisk("mount -o remount,ro disk").run("run", "work/copy.yaml", "--report", "disk/report.json");

        assertThat(end)
                .isEqualTo(new Launcher.Finished(
                        2, "", "--report 'disk/report.json' cannot be written: Read-only file system\n"));
        assertThat(CopyWorkflow.names(work)).containsExactly("copy.yaml", "in.csv");
    }

    private Launcher onSmallDisk(String preparation) throws Exception {
        assumeThat(WrappedLauncher.canMount())
                .as("this user may mount file systems")
                .isTrue();
        // A disk of 64 KiB with an old file on it, which nobody else sees; what is on it in the end is listed.
        String smallDisk = """
            if [ -z "${INSIDE:-}" ]; then INSIDE=1 exec unshare -rm "$0" "$@"; fi
            mkdir -p disk && mount -t tmpfs -o size=64k none disk && printf old > disk/out.csv || exit 99
            cp work/copy.yaml disk/report.json
            %s
            "$tokenport" "$@"; code=$?
            ls -A disk >on-disk; cp disk/out.csv disk/report.json .
            exit $code
            """.formatted(preparation);
        return WrappedLauncher.in(folder, smallDisk);
    }
}
