package dev.tokenport.cmem.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.cmem.ProjectFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Resources}: unpacked whole or not at all, and what was there stays. */
final class ResourcesTest {

    @TempDir
    Path folder;

    private final ProjectFixture project =
            ProjectFixture.project().file("resources/a.json", "[1]").file("resources/sub/b.json", "[2]");

    @Test
    void unpack_firstTime_writesAll() throws Exception {
        Resources resources = unpack();

        assertThat(resources).isEqualTo(new Resources(target(), 2, List.of()));
        assertThat(files(target())).containsExactly("a.json", "sub/b.json");
        assertThat(target().resolve("sub/b.json")).hasContent("[2]");
        assertThat(files(folder)).noneMatch(name -> name.contains(".tokenport"));
    }

    @Test
    void unpack_again_keepsWhatWasWrittenMeanwhile() throws Exception {
        unpack();
        Files.writeString(target().resolve("a.json"), "[\"result\"]");
        Files.delete(target().resolve("sub/b.json"));
        Files.writeString(target().resolve("own.json"), "[]");

        Resources resources = unpack();

        assertThat(resources).isEqualTo(new Resources(target(), 1, List.of("a.json")));
        assertThat(target().resolve("a.json")).hasContent("[\"result\"]");
        assertThat(files(target())).containsExactly("a.json", "own.json", "sub/b.json");
    }

    @Test
    void unpack_damagedEntry_leavesNothing() throws Exception {
        Path zip = ProjectFixture.project()
                .file("resources/a.json", "[1]")
                .file("resources/z.bin", new byte[50_000])
                .zip(folder);
        byte[] bytes = Files.readAllBytes(zip);
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("resources/z.bin") + 16;
        bytes[at] = (byte) (bytes[at] ^ 0x7f);
        bytes[at + 1] = (byte) (bytes[at + 1] ^ 0x7f);
        Files.write(zip, bytes);

        try (ProjectFiles files = ProjectFiles.open(zip, Limits.DEFAULT)) {
            assertThatThrownBy(() -> Resources.unpack(files, target()))
                    .isInstanceOf(ProjectException.class)
                    .hasMessageStartingWith(zip + "!/orders/resources/z.bin: it cannot be read: ");
        }
        assertThat(files(folder)).containsExactly("orders.zip");
    }

    @Test
    void unpack_isInterrupted_leavesNothing() throws Exception {
        Path zip = project.zip(folder);

        try (ProjectFiles files = ProjectFiles.open(zip, Limits.DEFAULT)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> Resources.unpack(files, target())).isInstanceOf(InterruptedException.class);
        }
        assertThat(files(folder)).containsExactly("orders.zip");
    }

    @Test
    void unpack_againAndInterrupted_leavesWhatWasThere() throws Exception {
        unpack();

        Thread.currentThread().interrupt();

        assertThatThrownBy(this::unpack).isInstanceOf(InterruptedException.class);
        assertThat(files(target())).containsExactly("a.json", "sub/b.json");
    }

    @Test
    void unpack_moreThanDeclared_leavesNothing() throws Exception {
        Path zip = ProjectFixture.project()
                .file("custom/a.xml", new byte[700])
                .file("resources/a.bin", new byte[600])
                .zip(folder);

        try (ProjectFiles files = ProjectFiles.open(zip, Limits.DEFAULT.withBytes(1390))) {
            files.xml("custom/a.xml");
            files.xml("config.xml");
            files.xml("config.xml");
            files.xml("config.xml");
            files.xml("config.xml");
            files.xml("config.xml");
            files.xml("config.xml");
            assertThatThrownBy(() -> Resources.unpack(files, target()))
                    .hasMessageStartingWith(zip + ": the zip unpacks to more than 1390 bytes");
        }
        assertThat(files(folder)).containsExactly("orders.zip");
    }

    @Test
    void unpack_throughALink_isRefused() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectory(target());
        Files.createSymbolicLink(target().resolve("sub"), elsewhere);

        assertThatThrownBy(this::unpack)
                .hasMessage(target().resolve("sub") + ": this is a link; nothing is unpacked through links");
        assertThat(files(elsewhere)).isEmpty();
    }

    @Test
    void unpack_whereAFolderHasTheName_isRefused() throws Exception {
        Files.createDirectories(target().resolve("a.json"));

        assertThatThrownBy(this::unpack).hasMessage(target().resolve("a.json") + ": there is a folder of that name");
    }

    @Test
    void unpack_intoAMissingFolder_isRefused() throws Exception {
        Path place = folder.resolve("none/orders.resources");
        try (ProjectFiles files = ProjectFiles.open(project.zip(folder), Limits.DEFAULT)) {
            assertThatThrownBy(() -> Resources.unpack(files, place))
                    .hasMessage(place + ": the folder it is to stand in does not exist");
        }
    }

    @Test
    void files_ofAFolder_doNotFollowLinks() throws Exception {
        Path root = project.folder(folder);
        Files.createSymbolicLink(root.resolve("resources/passwd"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(root.resolve("custom"), Path.of("/etc"));

        try (ProjectFiles files = ProjectFiles.open(root, Limits.DEFAULT)) {
            assertThat(files.folder()).contains(root);
            assertThat(files.paths()).containsExactly("config.xml", "resources/a.json", "resources/sub/b.json");
            assertThat(files.name("config.xml")).isEqualTo(root + "/config.xml");
        }
    }

    @Test
    void files_ofTheFolderAbove_areThoseOfTheProject() throws Exception {
        Path root = project.folder(folder);

        try (ProjectFiles files = ProjectFiles.open(folder, Limits.DEFAULT)) {
            assertThat(files.folder().map(Path::normalize)).isEqualTo(Optional.of(root));
        }
    }

    @Test
    void inPlace_withoutResources_makesTheFolder() throws Exception {
        Path root = ProjectFixture.project().folder(folder);

        Resources resources = Resources.inPlace(root);

        assertThat(resources).isEqualTo(new Resources(root.resolve("resources"), 0, List.of()));
        assertThat(root.resolve("resources")).isDirectory();
    }

    private Resources unpack() throws IOException, InterruptedException {
        try (ProjectFiles files = ProjectFiles.open(project.zip(folder), Limits.DEFAULT)) {
            return Resources.unpack(files, target());
        }
    }

    private Path target() {
        return folder.resolve("orders.resources");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
