package dev.tokenport.cmem.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.cmem.ProjectFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ZipFiles}: what is a project, and what is not even opened. */
final class ZipFilesTest {

    @TempDir
    Path folder;

    @Test
    void paths_ofAProjectInOneFolder_startThere() throws Exception {
        Path zip = ProjectFixture.project().file("resources/a/b.json", "[]").zip(folder);

        try (ProjectFiles files = ProjectFiles.open(zip, Limits.DEFAULT)) {
            assertThat(files.paths()).containsExactly("config.xml", "resources/a/b.json");
            assertThat(files.name("custom/a.xml")).isEqualTo(zip + "!/orders/custom/a.xml");
        }
    }

    @Test
    void paths_ofAProjectAtTheTop_areThoseOfTheZip() throws Exception {
        Path zip = ProjectFixture.project()
                .atTheTop()
                .file("__MACOSX/orders/._config.xml", "x")
                .zip(folder);

        try (ProjectFiles files = ProjectFiles.open(zip, Limits.DEFAULT)) {
            assertThat(files.paths()).containsExactly("__MACOSX/orders/._config.xml", "config.xml");
        }
    }

    @Test
    void paths_withBackslashes_areReadAsFolders() throws Exception {
        Path zip = ProjectFixture.project().file("custom\\a.xml", "x").zip(folder);

        try (ProjectFiles files = ProjectFiles.open(zip, Limits.DEFAULT)) {
            assertThat(files.paths()).containsExactly("config.xml", "custom/a.xml");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../evil.txt, leads out of the folder",
        "a/../../evil.txt, leads out of the folder",
        "..\\evil.txt, leads out of the folder",
        "/etc/evil.txt, is an absolute path",
        "C:/evil.txt, is an absolute path",
        "c:\\evil.txt, is an absolute path",
        "a//evil.txt, has an empty part",
        "./evil.txt, has an empty part",
    })
    void open_entryThatLeadsElsewhere_isRefused(String name, String rule) {
        Path zip = ProjectFixture.project().atTheTop().file(name, "x").zip(folder);

        assertRefused(zip, ": the entry '" + name.replace('\\', '/') + "' " + rule);
    }

    @Test
    void open_entryWithALineBreak_isRefusedOnOneLine() {
        Path zip = ProjectFixture.project().atTheTop().file("a\nb", "x").zip(folder);

        assertRefused(zip, ": the entry 'a b' has a control character");
    }

    @Test
    void open_entryTwice_isRefused() throws Exception {
        Path zip = ProjectFixture.project()
                .atTheTop()
                .file("custom/a.xml", "1")
                .file("custom/b.xml", "2")
                .zip(folder);
        patch(zip, "custom/b.xml", "custom/a.xml");

        assertRefused(zip, ": the entry 'custom/a.xml' is there twice");
    }

    @Test
    void open_fileThatIsAFolderToo_isRefused() {
        Path zip = ProjectFixture.project()
                .atTheTop()
                .file("resources/a", "1")
                .file("resources/a/b", "2")
                .zip(folder);

        assertRefused(zip, ": the entry 'resources/a' is both a file and a folder");
    }

    @Test
    void open_tooManyEntries_isRefused() {
        Path zip = ProjectFixture.project().file("a", "1").file("b", "2").zip(folder);

        assertThatThrownBy(() -> ProjectFiles.open(zip, new Limits(1000, 2, 1000)))
                .isInstanceOf(ProjectException.class)
                .hasMessage(zip + ": the zip has 3 entries, more than 2");
    }

    @Test
    void open_moreThanTheLimitDeclared_isRefused() {
        Path zip = ProjectFixture.project()
                .file("resources/bomb", new byte[1_000_000])
                .zip(folder);

        assertThatThrownBy(() -> ProjectFiles.open(zip, Limits.DEFAULT.withBytes(999_999)))
                .isInstanceOf(ProjectException.class)
                .hasMessage(zip + ": the zip unpacks to more than 999999 bytes; if it is trusted, allow more with"
                        + " --max-unpacked");
    }

    @Test
    void xml_largerThanItsLimit_isRefused() throws Exception {
        Path zip = ProjectFixture.project().file("custom/a.xml", new byte[2000]).zip(folder);

        try (ProjectFiles files = ProjectFiles.open(zip, new Limits(10_000, 10, 1999))) {
            assertThatThrownBy(() -> files.xml("custom/a.xml"))
                    .hasMessage(zip + "!/orders/custom/a.xml: the file is larger than 1999 bytes");
        }
    }

    @Test
    void xml_readAgainAndAgain_countsTowardsTheLimit() throws Exception {
        Path zip = ProjectFixture.project().file("custom/a.xml", new byte[600]).zip(folder);

        try (ProjectFiles files = ProjectFiles.open(zip, Limits.DEFAULT.withBytes(1000))) {
            files.xml("custom/a.xml");

            assertThatThrownBy(() -> files.xml("custom/a.xml"))
                    .hasMessageStartingWith(zip + ": the zip unpacks to more than 1000 bytes");
        }
    }

    @Test
    void open_noZip_isRefused() throws Exception {
        Path zip = Files.writeString(folder.resolve("orders.zip"), "workflow: orders\n");

        assertRefused(zip, ": this is not a readable zip: zip END header not found");
    }

    @Test
    void open_truncatedZip_isRefused() throws Exception {
        Path zip = ProjectFixture.project().zip(folder);
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> ProjectFiles.open(zip, Limits.DEFAULT))
                .isInstanceOf(ProjectException.class)
                .hasMessageStartingWith(zip + ": this is not a readable zip: ")
                .message()
                .hasLineCount(1);
    }

    @Test
    void open_encryptedZip_isRefused() throws Exception {
        Path zip = ProjectFixture.project().zip(folder);
        byte[] bytes = Files.readAllBytes(zip);
        int central = indexOf(bytes, new byte[] {'P', 'K', 1, 2}, 0);
        bytes[central + 8] |= 1;
        Files.write(zip, bytes);

        assertRefused(zip, ": this is not a readable zip: invalid CEN header (encrypted entry)");
    }

    @Test
    void open_emptyZip_isRefused() {
        Path zip = new ProjectFixture().zip(folder);

        assertRefused(zip, ": this is no export of a CMEM project; there is no config.xml at the top or in one folder");
    }

    @Test
    void open_severalProjects_isRefused() {
        Path zip = new ProjectFixture()
                .atTheTop()
                .file("a/config.xml", "")
                .file("b/config.xml", "")
                .zip(folder);

        assertRefused(zip, ": this is an export of several projects, a, b; export one project");
    }

    @Test
    void open_missingFile_isRefused() {
        assertRefused(folder.resolve("none.zip"), ": there is no such file or folder");
    }

    private static void assertRefused(Path zip, String message) {
        assertThatThrownBy(() -> ProjectFiles.open(zip, Limits.DEFAULT))
                .isInstanceOf(ProjectException.class)
                .hasMessage(zip + message);
    }

    private static void patch(Path zip, String from, String to) throws Exception {
        byte[] bytes = Files.readAllBytes(zip);
        byte[] wanted = from.getBytes(StandardCharsets.UTF_8);
        for (int at = indexOf(bytes, wanted, 0); at >= 0; at = indexOf(bytes, wanted, at + 1)) {
            System.arraycopy(to.getBytes(StandardCharsets.UTF_8), 0, bytes, at, wanted.length);
        }
        Files.write(zip, bytes);
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(Arrays.copyOfRange(bytes, i, i + wanted.length), wanted)) {
                return i;
            }
        }
        return -1;
    }
}
