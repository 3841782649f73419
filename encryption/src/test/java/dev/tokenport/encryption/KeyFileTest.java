package dev.tokenport.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path file;

    @BeforeEach
    void prepare() {
        file = folder.resolve("tokenport.key");
    }

    @Test
    void file_created_isForItsOwnerOnlyAndAloneInItsFolder() throws Exception {
        KeyFile.create(file);

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(names()).containsExactly("tokenport.key");
    }

    @Test
    void file_thereAlready_isNotOverwritten() throws Exception {
        KeyFile.create(file);
        String before = Files.readString(file);

        assertFails(
                () -> KeyFile.create(file),
                "the key file '" + file + "' is there already and is not overwritten; --rotate adds a key to it");

        assertThat(file).hasContent(before);
        assertThat(names()).containsExactly("tokenport.key");
    }

    @Test
    void link_toNothing_isNotOverwritten() throws Exception {
        Files.createSymbolicLink(file, folder.resolve("elsewhere"));

        assertThatExceptionOfType(KeyFileException.class).isThrownBy(() -> KeyFile.create(file));

        assertThat(names()).containsExactly("tokenport.key");
    }

    @Test
    void folder_notThere_isReported() {
        Path nowhere = folder.resolve("nowhere").resolve("key");

        assertFails(
                () -> KeyFile.create(nowhere),
                "the key file '" + nowhere + "' cannot be written: there is no such folder");
    }

    @Test
    void file_rotated_keepsItsModeAndItsLink() throws Exception {
        KeyFile.create(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        KeyFile.rotate(link);

        assertThat(mode(file)).isEqualTo("rw-r-----");
        assertThat(link).isSymbolicLink();
        assertThat(KeyFile.dropOld(file)).isEqualTo(1);
        assertThat(names()).containsExactly("link", "tokenport.key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw----r--", "rw-rw----", "rwxrwxrwx"})
    void file_notPrivate_isRefused(String mode) throws Exception {
        KeyFile.create(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertFails(
                () -> KeyFile.read(file),
                "the key file '" + file + "' is not private (" + mode + "); allow it to its owner only: chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2", "{}", "{\"primaryKeyId\": 1, \"key\": []}", "[", "null"})
    void file_thatIsNone_isReportedWithoutItsContent(String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertFails(() -> KeyFile.read(file), "the key file '" + file + "' is not what 'tokenport keygen' makes");
    }

    @Test
    void file_notThere_isReported() {
        assertFails(
                () -> KeyFile.read(file), "the key file '" + file + "' does not exist; 'tokenport keygen' makes one");
        assertFails(
                () -> KeyFile.rotate(file), "the key file '" + file + "' does not exist; 'tokenport keygen' makes one");
    }

    @Test
    void folder_inItsPlace_isReported() throws IOException {
        Files.createDirectory(file);

        assertFails(() -> KeyFile.read(file), "the key file '" + file + "' cannot be read: it is a folder");
        assertFails(
                () -> KeyFile.create(file),
                "the key file '" + file + "' is there already and is not overwritten; --rotate adds a key to it");
    }

    private static void assertFails(ThrowingCallable call, String message) {
        assertThatExceptionOfType(KeyFileException.class).isThrownBy(call).withMessage(message);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
