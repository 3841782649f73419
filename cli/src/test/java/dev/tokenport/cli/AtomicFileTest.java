package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void file_isWritten_replacesTheOldOneAndLeavesNothingElse() throws Exception {
        Path place = Files.writeString(folder.resolve("report.json"), "old");

        AtomicFile.write(place, "größe");

        assertThat(place).hasContent("größe");
        assertThat(folder).isDirectoryContaining(path -> path.equals(place));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(place);
        }
    }

    @Test
    void file_isNotWrittenInTheEnd_leavesTheOldOneAndNothingElse() throws Exception {
        Path place = Files.writeString(folder.resolve("report.json"), "old");

        AtomicFile.open(place).close();

        assertThat(place).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(place);
        }
    }

    @Test
    void place_isAFolder_isRefused() {
        assertThatThrownBy(() -> AtomicFile.open(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder + ": there is a folder of that name");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void place_isADeviceOrALinkToOne_isRefused() throws Exception {
        Path device = Path.of("/dev/null");
        Path link = Files.createSymbolicLink(folder.resolve("link"), device);

        assertThatThrownBy(() -> AtomicFile.open(device).close())
                .isInstanceOf(FileSystemException.class)
                .hasMessage(device + ": there is a device of that name; only a regular file can be replaced");
        assertThatThrownBy(() -> AtomicFile.open(link).close())
                .isInstanceOf(FileSystemException.class)
                .hasMessage(link + ": there is a device of that name; only a regular file can be replaced");
    }

    @Test
    void place_hasANameThatIsTooLong_isRefusedBeforeAnythingIsWritten() throws Exception {
        assertThatThrownBy(() -> AtomicFile.open(folder.resolve("x".repeat(256))))
                .isInstanceOf(FileSystemException.class)
                .hasMessageEndingWith(": File name too long");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void place_isInNoFolder_isRefused() {
        assertThatThrownBy(() -> AtomicFile.open(folder.resolve("no/report.json")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
