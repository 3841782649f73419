package dev.tokenport.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OctetCipherTest {

    private static final byte[] PLAIN = "the canary sings".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = {1};

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void create() throws KeyFileException {
        file = folder.resolve("key");
        KeyFile.create(file);
    }

    @Test
    void octets_thatWereEncrypted_areDecryptedAndDifferEachTime() throws Exception {
        OctetCipher cipher = OctetCipher.read(file);

        byte[] sealed = cipher.encrypt(PLAIN, CONTEXT);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
        assertThat(cipher.encrypt(PLAIN, CONTEXT)).isNotEqualTo(sealed);
        assertThat(cipher.decrypt(sealed, CONTEXT)).isEqualTo(PLAIN);
    }

    @Test
    void octets_thatWereAltered_areRefused() throws Exception {
        OctetCipher cipher = OctetCipher.read(file);
        byte[] sealed = cipher.encrypt(PLAIN, CONTEXT);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.decrypt(sealed, CONTEXT))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("it was altered");
        assertThatThrownBy(() -> cipher.decrypt(PLAIN, CONTEXT)).hasMessage("it is not what Tokenport encrypts");
    }

    @Test
    void octets_forAnotherContext_areRefused() throws Exception {
        OctetCipher cipher = OctetCipher.read(file);
        byte[] sealed = cipher.encrypt(PLAIN, CONTEXT);

        assertThatThrownBy(() -> cipher.decrypt(sealed, new byte[] {2})).hasMessage("it was altered");
    }

    @Test
    void key_thatIsAdded_isUsedWithoutReadingAnew() throws Exception {
        OctetCipher running = OctetCipher.read(file);
        byte[] before = running.encrypt(PLAIN, CONTEXT);
        Path old = Files.copy(file, folder.resolve("old"));

        KeyFile.rotate(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        byte[] after = running.encrypt(PLAIN, CONTEXT);

        assertThat(OctetCipher.read(file).decrypt(after, CONTEXT)).isEqualTo(PLAIN);
        assertThat(running.decrypt(before, CONTEXT)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> OctetCipher.read(old).decrypt(after, CONTEXT))
                .hasMessage("its key is not in the key file '" + old + "'");
    }

    @Test
    void file_thatIsGone_leavesTheKeysInUse() throws Exception {
        OctetCipher running = OctetCipher.read(file);
        byte[] sealed = running.encrypt(PLAIN, CONTEXT);

        Files.delete(file);

        assertThat(running.decrypt(sealed, CONTEXT)).isEqualTo(PLAIN);
        assertThat(running.encrypt(PLAIN, CONTEXT)).isNotEmpty();
        assertThatThrownBy(() -> OctetCipher.read(file))
                .isInstanceOf(KeyFileException.class)
                .hasMessage("the key file '" + file + "' does not exist; 'tokenport keygen' makes one");
    }
}
