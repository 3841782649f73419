package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncryptCommandTest {

    @TempDir
    Path folder;

    private Path key = Path.of("");
    private Path workflow = Path.of("");

    @BeforeEach
    void prepare() {
        key = folder.resolve("tokenport.key");
        workflow = folder.resolve("orders.yaml");
        run("keygen", key.toString());
    }

    @Test
    void secret_asked_isPrintedAsAReferenceOnly() throws IOException {
        var process = new CommandLineProcess().typing("hunter2");

        ExitCode code = process.run("encrypt", "--any-workflow", "--key-file", key.toString());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.prompts()).containsExactly("secret");
        assertThat(process.out()).matches("\\$\\{encrypted:[A-Za-z0-9_-]{52,}\\}\n");
        assertThat(process.err()).isEmpty();
        assertThat(decrypted(process.out().strip())).isEqualTo("hunter2\n");
    }

    @Test
    void secret_forAWorkflow_isNotDecryptedOutsideOfIt() throws IOException {
        write("x");
        String byName = encrypted("--workflow", "orders");
        String byFile = encrypted("--workflow", workflow.toString());

        assertThat(decrypted(byName)).contains("was made for another workflow; what is used outside of one");
        assertThat(decrypted(byFile)).contains("was made for another workflow; what is used outside of one");
    }

    @Test
    void workflow_thatIsNoFileButLooksLikeOne_isRefused() {
        for (String name : List.of("no/such", "nosuch.yaml", "nosuch.yml")) {
            var process = new CommandLineProcess().typing("hunter2");

            ExitCode code = process.run("encrypt", "--workflow", name, "--key-file", key.toString());

            assertThat(code).isEqualTo(ExitCode.REFUSED);
            assertThat(process.err()).isEqualTo(name + ": there is no such file or folder\n");
            assertThat(process.prompts()).isEmpty();
        }
    }

    @Test
    void arguments_thatDoNotFit_areRefused() {
        assertThat(run("encrypt")).isEqualTo("give one of --workflow, --any-workflow and --renew\n");
        assertThat(run("encrypt", "--any-workflow", "--renew", "x"))
                .isEqualTo("give one of --workflow, --any-workflow and --renew\n");
        assertThat(run("encrypt", "--any-workflow"))
                .isEqualTo("there is no key file; name it with --key-file or TOKENPORT_KEY_FILE, and make it with"
                        + " 'tokenport keygen'\n");
        assertThat(run("encrypt", "--workflow", " ", "--key-file", key.toString()))
                .isEqualTo("--workflow ' ' is blank; name a workflow\n");
        assertThat(run("encrypt", "--any-workflow", "--key-file", key.toString()))
                .isEqualTo("the secret cannot be read: standard input has no line for it\n");
        assertThat(run("encrypt", "--any-workflow", "hunter2"))
                .isEqualTo("encrypt takes no further argument, but there is one; see 'tokenport encrypt --help'\n");
    }

    @Test
    void secret_empty_isRefused() {
        var process = new CommandLineProcess().typing("");

        process.run("encrypt", "--any-workflow", "--key-file", key.toString());

        assertThat(process.err()).isEqualTo("the secret is empty; it must have a value\n");
    }

    @Test
    void file_renewedAfterRotation_needsTheOldKeyNoMore() throws IOException {
        String literal = encrypted("--workflow", "orders");
        write(literal);
        Files.setPosixFilePermissions(workflow, PosixFilePermissions.fromString("rw-r--r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), workflow);

        assertThat(run("keygen", "--rotate", key.toString())).isEqualTo(key + ": now 2 keys; the new one encrypts\n");
        assertThat(run("encrypt", "--renew", link.toString(), "--key-file", key.toString()))
                .isEqualTo(link + ": 1 encrypted secret, 1 encrypted anew\n");
        String renewed = Files.readString(workflow);
        assertThat(run("encrypt", "--renew", link.toString(), "--key-file", key.toString()))
                .isEqualTo(link + ": 1 encrypted secret, 0 encrypted anew\n");
        assertThat(run("keygen", "--drop-old", key.toString())).isEqualTo(key + ": 1 old key removed\n");

        assertThat(renewed).isEqualTo(Files.readString(workflow)).doesNotContain(literal);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workflow)))
                .isEqualTo("rw-r--r--");
        assertThat(link).isSymbolicLink();
        assertThat(run("encrypt", "--renew", workflow.toString(), "--key-file", key.toString()))
                .isEqualTo(workflow + ": 1 encrypted secret, 0 encrypted anew\n");
    }

    @Test
    void file_whoseSecretIsOfADroppedKey_isLeftAsItIs() throws IOException {
        String literal = encrypted("--workflow", "orders");
        write(literal);
        run("keygen", "--rotate", key.toString());
        run("keygen", "--drop-old", key.toString());
        String before = Files.readString(workflow);

        String said = run("encrypt", "--renew", workflow.toString(), "--key-file", key.toString());

        assertThat(said)
                .isEqualTo(
                        workflow + ":5:24: encrypted:…" + literal.substring(literal.length() - 9, literal.length() - 1)
                                + " was made with a key that is not in the key file '" + key + "'\n");
        assertThat(workflow).hasContent(before);
    }

    @Test
    void keygen_whatCannotBe_isRefusedInOneLine() {
        assertThat(run("keygen", key.toString())).startsWith("the key file '" + key + "' is there already ");
        assertThat(run("keygen", "--rotate", "--drop-old", key.toString()))
                .isEqualTo("--rotate and --drop-old exclude each other; run 'encrypt --renew' in between\n");
    }

    private void write(String secret) throws IOException {
        Files.writeString(
                workflow,
                "workflow: orders\ntasks:\n  a: # b\n    operator: http-request\n    parameters: {url: '" + secret
                        + "'}\n");
    }

    private String encrypted(String... arguments) {
        var process = new CommandLineProcess().typing("hunter2").with("TOKENPORT_KEY_FILE", key.toString());
        String[] words = new String[arguments.length + 1];
        words[0] = "encrypt";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        process.run(words);
        return process.out().strip();
    }

    /** What {@code tokenport token} makes of the literal outside of any workflow. */
    private String decrypted(String reference) {
        var process = new CommandLineProcess();
        process.with("OAUTH_GRANT_TYPE", "prefetched_token")
                .with("TOKENPORT_KEY_FILE", key.toString())
                .run("token", "--access-token", reference.substring(2, reference.length() - 1));
        return process.out() + process.err();
    }

    private static String run(String... arguments) {
        var process = new CommandLineProcess();
        process.run(arguments);
        return process.out() + process.err();
    }
}
