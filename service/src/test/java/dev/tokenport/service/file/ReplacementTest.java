package dev.tokenport.service.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplacementTest {

    @TempDir
    Path folder;

    @Test
    void replacement_committed_takesThePlaceOfTheFile() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "old");

        try (Replacement replacement = Replacement.of(file)) {
            replacement.output().write("new".getBytes(UTF_8));
            assertThat(file).hasContent("old");
            replacement.commit();
        }

        assertThat(file).hasContent("new");
        assertThat(files()).containsExactly("a");
    }

    @Test
    void replacement_closedBefore_leavesEverythingAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "old");

        try (Replacement replacement = Replacement.of(file)) {
            replacement.output().write("new".getBytes(UTF_8));
        }

        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly("a");
    }

    @Test
    void replacement_ofALink_goesToWhatItLeadsTo() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        try (Replacement replacement = Replacement.of(link)) {
            replacement.output().write("new".getBytes(UTF_8));
            replacement.commit();
        }

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void replacement_cut_takesBackWhatIsBehind() throws Exception {
        Path file = folder.resolve("a");

        try (Replacement replacement = Replacement.of(file)) {
            replacement.output().write("good".getBytes(UTF_8));
            long size = replacement.size();
            replacement.output().write("bad".getBytes(UTF_8));
            replacement.cut(size);
            replacement.commit();
        }

        assertThat(file).hasContent("good");
    }

    @Test
    void replacement_whereThereIsNoFolder_isAFault() {
        Path file = folder.resolve("no/a");

        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> Replacement.of(file))
                .satisfies(fault -> assertThat(fault.predicate())
                        .isEqualTo(
                                "is in a folder that does not exist: " + folder.resolve("no") + "; create it first"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void replacement_belowAFile_isAFault() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "old");

        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> Replacement.of(file.resolve("b")))
                .satisfies(fault ->
                        assertThat(fault.predicate()).isEqualTo("is in '" + file + "', which is a file and no folder"));
    }

    @Test
    void replacement_ofANameThatIsTooLong_isAFailureAtOnce() {
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> Replacement.of(folder.resolve("x".repeat(256))))
                .satisfies(e -> assertThat(e.getReason()).isEqualTo("File name too long"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void replacement_ofAFolder_isAFault() throws Exception {
        Path file = Files.createDirectory(folder.resolve("a"));

        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> Replacement.of(file))
                .satisfies(fault -> assertThat(fault.predicate())
                        .isEqualTo("is a folder or a device; only a regular file can be replaced"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
