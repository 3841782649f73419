package dev.tokenport.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StreamCipherTest {

    private static final byte[] PLAIN = "the canary sings".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = {1};

    @TempDir
    private Path folder;

    private Path file;
    private StreamCipher cipher;

    @BeforeEach
    void create() throws KeyFileException {
        file = folder.resolve("key");
        KeyFile.create(file);
        cipher = new StreamCipher(OctetCipher.read(file));
    }

    @Test
    void octets_thatWereEncrypted_areDecryptedAndDifferEachTime() throws Exception {
        byte[] sealed = encrypted(PLAIN);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
        assertThat(encrypted(PLAIN)).isNotEqualTo(sealed);
        assertThat(decrypted(sealed, CONTEXT)).isEqualTo(PLAIN);
        assertThat(decrypted(encrypted(new byte[0]), CONTEXT)).isEmpty();
    }

    @Test
    void octets_ofSeveralSegments_areDecrypted() throws Exception {
        byte[] plain = new byte[(3 << 20) + 7];
        new Random(7).nextBytes(plain);

        assertThat(decrypted(encrypted(plain), CONTEXT)).isEqualTo(plain);
    }

    @Test
    void octets_thatWereAlteredOrCutOff_areRefused() throws Exception {
        byte[] plain = new byte[(1 << 20) + 7];
        byte[] sealed = encrypted(plain);
        byte[] altered = sealed.clone();
        altered[altered.length - 1] ^= 1;

        assertThatThrownBy(() -> decrypted(altered, CONTEXT)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> decrypted(Arrays.copyOf(sealed, sealed.length - 40), CONTEXT))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> decrypted(Arrays.copyOf(sealed, 30), CONTEXT)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> decrypted(PLAIN, CONTEXT))
                .hasMessage("it cannot be decrypted: it is not what Tokenport encrypts");
    }

    @Test
    void octets_forAnotherContext_areRefused() throws Exception {
        byte[] sealed = encrypted(PLAIN);

        assertThatThrownBy(() -> decrypted(sealed, new byte[] {2}))
                .isInstanceOf(IOException.class)
                .hasMessage("it cannot be decrypted: it was altered");
    }

    @Test
    void octets_whoseKeyWasRotated_areDecryptedAsLongAsItIsThere() throws Exception {
        byte[] sealed = encrypted(PLAIN);
        KeyFile.rotate(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertThat(decrypted(sealed, CONTEXT)).isEqualTo(PLAIN);

        KeyFile.dropOld(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(2));
        assertThatThrownBy(() -> decrypted(sealed, CONTEXT))
                .hasMessage("it cannot be decrypted: its key is not in the key file '" + file + "'");
    }

    private byte[] encrypted(byte[] plain) throws IOException {
        var sealed = new ByteArrayOutputStream();
        try (OutputStream out = cipher.encrypting(sealed, CONTEXT)) {
            out.write(plain);
        }
        return sealed.toByteArray();
    }

    private byte[] decrypted(byte[] sealed, byte[] context) throws IOException {
        try (InputStream in = cipher.decrypting(new ByteArrayInputStream(sealed), context)) {
            return in.readAllBytes();
        }
    }
}
