package dev.tokenport.service.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.file.TemporaryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplacementsTest {

    @TempDir
    Path folder;

    @Test
    void leftovers_ofAProcessThatIsGone_areDeletedByTheFirstReplacementInTheFolder() throws Exception {
        Path own = Files.createFile(TemporaryFiles.DRAFTS.in(folder));
        Path leftover = leftover(own);

        write(new Replacements(), folder.resolve("a"));

        assertThat(leftover).doesNotExist();
        assertThat(files()).containsExactlyInAnyOrder("a", String.valueOf(own.getFileName()));
    }

    @Test
    void leftovers_whenTheFolderWasSweptAlready_areLookedForNoMore() throws Exception {
        var replacements = new Replacements();
        write(replacements, folder.resolve("a"));
        Path leftover = leftover(TemporaryFiles.DRAFTS.in(folder));

        write(replacements, folder.resolve("b"));

        assertThat(leftover).exists();
    }

    @Test
    void name_asLongAsTheFileSystemAllows_canBeWritten() throws Exception {
        Path file = folder.resolve("x".repeat(255));

        write(new Replacements(), file);

        assertThat(file).hasContent("new");
    }

    private static void write(Replacements replacements, Path file) throws Exception {
        try (Replacement replacement = replacements.replace(file)) {
            replacement.output().write("new".getBytes(UTF_8));
            replacement.commit();
        }
    }

    /** A file of a process that had the number of this one and started earlier. */
    private static Path leftover(Path own) throws IOException {
        String pid = "-" + ProcessHandle.current().pid() + "-";
        String name = String.valueOf(own.getFileName()).replaceFirst(pid + "[0-9]+-", pid + "1-");
        return Files.writeString(own.resolveSibling(name), "half");
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
        }
    }
}
