package dev.tokenport.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Canary;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.fuzz.ScratchFile;
import dev.tokenport.secret.Reference;
import dev.tokenport.secret.SecretUnavailableException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;

/** Encrypted literals: nothing decrypts that was not encrypted here, and a key file says nothing of its content. */
final class LiteralFuzzTest {

    private static final ScratchFile FILE = ScratchFile.named("keys.json");
    private static final LiteralCipher CIPHER = cipher();
    private static final Reference GENUINE = CIPHER.encrypt(Canary.TEXT, new Scope.OneWorkflow("orders"));

    private static LiteralCipher cipher() {
        ScratchFile keys = ScratchFile.named("own-keys.json");
        try {
            KeyFile.create(keys.path());
            return KeyFile.read(keys.path());
        } catch (KeyFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any text as a literal. */
    @FuzzTest
    void literal(byte[] input) throws Exception {
        decrypt(input, new String(input, UTF_8));
    }

    /** A genuine literal that was changed: each two octets of the input change one of its octets. */
    @FuzzTest
    void altered(byte[] input) throws Exception {
        byte[] octets = Base64.getUrlDecoder().decode(GENUINE.name());
        for (int i = 0; i + 1 < input.length; i += 2) {
            octets[(input[i] & 0xff) % octets.length] ^= input[i + 1];
        }
        decrypt(input, Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }

    private static void decrypt(byte[] input, String text) throws Exception {
        Bounds.within(input, () -> {
            try {
                var reference = new Reference(Reference.Kind.ENCRYPTED, text);
                assertThat(CIPHER.decrypt(reference, Optional.of("orders"))).isEqualTo(Canary.TEXT);
                assertThat(Base64.getUrlDecoder().decode(text))
                        .isEqualTo(Base64.getUrlDecoder().decode(GENUINE.name()));
            } catch (IllegalArgumentException | SecretUnavailableException e) {
                Messages.safe(e);
                assertThat(String.valueOf(e.getMessage()).contains(text) && text.length() > 20)
                        .isFalse();
            }
        });
    }

    @FuzzTest
    void keyFile(byte[] input) throws Exception {
        FILE.write(input);
        Files.setPosixFilePermissions(FILE.path(), PosixFilePermissions.fromString("rw-------"));

        Bounds.within(input, () -> {
            try {
                assertThat(KeyFile.read(FILE.path()).toString()).isEqualTo("LiteralCipher[" + FILE.path() + "]");
            } catch (KeyFileException e) {
                Messages.safe(e);
                assertThat(e.getMessage()).startsWith("the key file '" + FILE.path() + "' ");
                assertThat(e.getCause()).isNull();
            }
        });
    }
}
