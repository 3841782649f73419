package dev.tokenport.operator.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporaryFilesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path folder;

    private final Owner here = Owner.current();

    @BeforeEach
    void needsToKnowTheMachine() {
        assumeThat(here.machine()).as("this system tells which boot it is").isNotEqualTo(Owner.UNKNOWN);
    }

    @Test
    void file_ofThisProcess_stays() throws Exception {
        Path own = Files.createFile(TemporaryFiles.DRAFTS.in(folder));

        sweep();

        assertThat(own).exists();
    }

    @Test
    void file_ofAProcessThatRuns_stays() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        try {
            Path others = draft(new Owner(here.machine(), process.pid(), 0));

            sweep();

            assertThat(others).exists();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void file_ofAProcessThatWasKilled_isDeleted() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        draft(new Owner(here.machine(), process.pid(), 0));
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

        sweep();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void file_ofAnEarlierProcessWithTheSameNumber_isDeleted() throws Exception {
        draft(new Owner(here.machine(), here.process(), here.start() - 1));

        sweep();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void file_ofAnotherMachine_isDeletedWhenNobodyChangedItForAWeek() throws Exception {
        Path old = draft(new Owner("0123456789abcdef", here.process(), here.start()));
        Files.setLastModifiedTime(
                old, FileTime.from(NOW.minus(Duration.ofDays(7)).minusSeconds(1)));
        Path young = draft(new Owner("0123456789abcdef", 1, 1));
        Files.setLastModifiedTime(young, FileTime.from(NOW.minus(Duration.ofDays(7))));
        Path unknown = draft(new Owner(Owner.UNKNOWN, 1, 1));
        Files.setLastModifiedTime(unknown, FileTime.from(NOW));

        sweep();

        assertThat(files()).containsExactlyInAnyOrder(young, unknown);
    }

    @Test
    void folder_ofAProcessThatIsGone_isDeletedWithAllInIt() throws Exception {
        Path staging = name(new Owner(here.machine(), here.process(), here.start() - 1));
        Files.createDirectories(staging.resolve("a/b"));
        Files.writeString(staging.resolve("a/b/c"), "x");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("d"), "x");
        Files.createSymbolicLink(staging.resolve("link"), elsewhere);

        sweep();

        assertThat(files()).containsExactly(elsewhere);
        assertThat(elsewhere.resolve("d")).exists();
    }

    @Test
    void file_thatOnlyLooksAlike_stays() throws Exception {
        List<String> names = List.of(
                ".tokenport-notes.tmp",
                ".tokenport-0-1-1-.tmp",
                ".tokenport-" + here.machine() + "-99999999999999999999-1-" + UUID.randomUUID() + ".tmp",
                "tokenport-" + here.machine() + "-1-0-" + UUID.randomUUID() + ".spool");
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }

        sweep();

        assertThat(files()).hasSameSizeAs(names);
    }

    @Test
    void name_hasNothingOfWhatItIsFor_soThatItIsNeverTooLong() {
        Path name = TemporaryFiles.DRAFTS.in(folder).getFileName();

        assertThat(name.toString())
                .hasSizeLessThan(120)
                .startsWith(".tokenport-")
                .endsWith(".tmp");
    }

    private void sweep() {
        TemporaryFiles.DRAFTS.sweep(folder, NOW);
    }

    private Path draft(Owner owner) throws IOException {
        return Files.createFile(name(owner));
    }

    private Path name(Owner owner) {
        return folder.resolve(".tokenport-" + owner.machine() + "-" + owner.process() + "-" + owner.start() + "-"
                + UUID.randomUUID() + ".tmp");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
