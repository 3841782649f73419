package dev.tokenport.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretStoreTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private SecretStore store;

    @BeforeEach
    void prepare() {
        store = new SecretStore(Environment.of(Map.of("ORDERS_SECRET", "hunter2", "EMPTY", "")), folder);
    }

    @Test
    void variable_set_isRead() {
        Secret secret = store.secret(Reference.parse("env:ORDERS_SECRET"));

        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(secret.origin()).isEqualTo("env:ORDERS_SECRET");
        assertThat(secret).hasToString("***");
    }

    @Test
    void variable_empty_isEmpty() {
        assertThat(read("env:EMPTY")).isEmpty();
    }

    @Test
    void variable_notSet_isReportedWhenRevealed() {
        Secret secret = store.secret(Reference.parse("env:MISSING"));

        assertThatThrownBy(secret::reveal)
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessage("env:MISSING is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "'hunter2','hunter2'",
        "'hunter2\n','hunter2'",
        "'hunter2\r\n','hunter2'",
        "'hunter2\n\n','hunter2\n'",
        "'hunter2\r','hunter2\r'",
        "' hunter2 ',' hunter2 '",
        "'\uFEFFhünter€\n','hünter€'",
        "'',''",
        "'\n',''"
    })
    void file_itsText_isReadWithoutItsLineEnd(String content, String secret) throws IOException {
        Files.writeString(folder.resolve("secret.txt"), content);

        assertThat(read("file:secret.txt")).isEqualTo(secret);
    }

    @Test
    void file_withAbsolutePath_isRead() throws IOException {
        Path file = Files.writeString(folder.resolve("absolute.txt"), "hunter2");

        assertThat(read("file:" + file)).isEqualTo("hunter2");
    }

    @Test
    void file_changed_isReadAnew() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "first");
        Secret secret = store.secret(Reference.parse("file:secret.txt"));
        String before = secret.reveal();

        Files.writeString(folder.resolve("secret.txt"), "second");

        assertThat(before).isEqualTo("first");
        assertThat(secret.reveal()).isEqualTo("second");
    }

    @Test
    void file_missing_isReportedWithItsPath() {
        assertUnavailable("file:secret.txt", "no such file");
    }

    @Test
    void file_thatIsAFolder_isReported() throws IOException {
        Files.createDirectory(folder.resolve("secret.txt"));

        assertUnavailable("file:secret.txt", "is a folder, not a file");
    }

    @Test
    void file_notUtf8_isReportedWithoutItsContent() throws IOException {
        Files.write(folder.resolve("secret.txt"), "hünter2".getBytes(StandardCharsets.ISO_8859_1));

        assertUnavailable("file:secret.txt", "is not UTF-8 text");
    }

    @Test
    void file_ofTheGreatestSize_isRead() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "a".repeat(1 << 20));

        assertThat(read("file:secret.txt")).hasSize(1 << 20);
    }

    @Test
    void file_tooLarge_isReported() throws IOException {
        Files.write(folder.resolve("secret.txt"), new byte[(1 << 20) + 1]);

        assertUnavailable("file:secret.txt", "larger than 1048576 bytes");
    }

    @Test
    void file_belowAFile_isReported() throws IOException {
        Files.writeString(folder.resolve("a"), "x");

        assertThatThrownBy(() -> read("file:a/b"))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessage("file:a/b: cannot be read (" + folder.resolve("a/b") + ")")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void file_withImpossiblePath_isReported() {
        assertThatThrownBy(() -> read("file:a\0b"))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessage("file:a\0b: not a path (Nul character not allowed)");
    }

    @Test
    void sources_withOtherVariables_keepTheRest() {
        var redactor = new Redactor();
        SecretStore other = SecretSources.of(Environment.of(Map.of("USER", "someone")))
                .withProcesses((process, where) -> "hunter2")
                .toldTo(redactor)
                .withEnvironment(Environment.of(Map.of("USER", "another")))
                .store(folder);

        String read = ReferencingText.parse("${env:USER} ${process:pass}")
                .resolve(other)
                .reveal();

        assertThat(read).isEqualTo("another hunter2");
        assertThat(redactor.redact("hunter2")).isEqualTo("***");
    }

    @Test
    void confidentialText_itsParts_areToldToTheRedactorByThemselves() {
        var redactor = new Redactor();
        SecretStore told = SecretSources.of(Environment.of(Map.of("USER", "someone")))
                .withProcesses((process, where) -> "hunter2")
                .withDecryption((literal, workflow) -> "hunter3 of " + workflow.orElse("none"))
                .toldTo(redactor)
                .store(folder, "orders");

        String read = ReferencingText.parse("${env:USER} ${process:pass} ${encrypted:" + "A".repeat(52) + "}")
                .resolve(told)
                .reveal();

        assertThat(read).isEqualTo("someone hunter2 hunter3 of orders");
        assertThat(redactor.redact("someone, hunter2, hunter3 of orders")).isEqualTo("***, ***, ***");
    }

    @Test
    void plainText_whatAVariableHolds_isNotToldToTheRedactor() {
        var redactor = new Redactor();
        SecretStore told = SecretSources.of(Environment.of(Map.of("HOST", "api.example.org")))
                .toldTo(redactor)
                .store(folder, "orders");

        assertThat(told.secret(Reference.parse("env:HOST")).reveal()).isEqualTo("api.example.org");
        assertThat(redactor.redact("https://api.example.org")).isEqualTo("https://api.example.org");
    }

    @Test
    void secret_serialised_isRefused() throws IOException {
        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThat(catchThrowable(() -> out.writeObject(Secret.of("hunter2"))))
                    .isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void secret_inARecord_isMasked() {
        record Login(String user, Secret password) {}

        assertThat(new Login("ada", Secret.of("hunter2"))).hasToString("Login[user=ada, password=***]");
        assertThat(Secret.of("hunter2")).isNotEqualTo(Secret.of("hunter2"));
    }

    private void assertUnavailable(String reference, String why) {
        assertThatThrownBy(() -> read(reference))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessage(reference + ": " + why + " (" + folder.resolve("secret.txt") + ")");
    }

    private String read(String reference) {
        return store.secret(Reference.parse(reference)).reveal();
    }
}
