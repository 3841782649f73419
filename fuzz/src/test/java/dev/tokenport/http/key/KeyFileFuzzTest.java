package dev.tokenport.http.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.fuzz.ScratchFile;
import dev.tokenport.secret.Secret;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with a private key: the key, or a {@link KeyFileException} that names the file and nothing that stands in it. No
 * key is kept with the inputs: they hold marks of what is made for the run.
 */
final class KeyFileFuzzTest {

    private static final String PASSWORD = "changeit";
    private static final ScratchFile FILE = ScratchFile.named("key.pem");
    private static final ScratchFile STORE = ScratchFile.named("key.p12");
    private static final MadeKeys MADE =
            MadeKeys.in(ScratchFile.named("made.p12").path());
    private static final Pattern CHANGE = Pattern.compile("([0-9]{1,4}) ([0-9a-f]{2})");

    /** In a PEM file: {@code @r}, {@code @e}, {@code @c} for the Base64 of an RSA key, an encrypted one, a certificate. */
    @FuzzTest
    void pem(byte[] input) throws Exception {
        String text = new String(input, ISO_8859_1)
                .replace("@r", MADE.key())
                .replace("@e", MADE.encrypted())
                .replace("@c", MADE.certificate());
        FILE.write(text.getBytes(ISO_8859_1));

        read(input, FILE);
    }

    /** Octets in DER, within the Base64 of an encrypted key. */
    @FuzzTest
    void encrypted(byte[] input) throws Exception {
        FILE.write(MadeKeys.pem("ENCRYPTED PRIVATE KEY", changed(MADE.encryptedOctets(), input)));

        read(input, FILE);
    }

    /** Lines with the place of an octet in a PKCS#12 file and what it becomes; anything else is put behind the file. */
    @FuzzTest
    void pkcs12(byte[] input) throws Exception {
        STORE.write(changed(MADE.store(), input));

        read(input, STORE);
    }

    private static byte[] changed(byte[] octets, byte[] input) {
        byte[] changed = octets.clone();
        Matcher change = CHANGE.matcher(new String(input, ISO_8859_1));
        while (change.find()) {
            changed[Integer.parseInt(change.group(1)) % changed.length] = (byte) Integer.parseInt(change.group(2), 16);
        }
        return changed;
    }

    private static void read(byte[] input, ScratchFile file) throws Exception {
        var key = new KeyFile(file.path(), Optional.empty(), Optional.of(Secret.of(PASSWORD)));
        Bounds.within(input, () -> {
            try {
                KeyMaterial material = key.read();

                assertThat(material.key().getEncoded()).isNotEmpty();
                Messages.fit(material.toString());
            } catch (KeyFileException e) {
                Messages.fit(e);
                assertThat(e.getMessage())
                        .startsWith("key file '" + file.path() + "': ")
                        .doesNotContain(MADE.key().substring(40, 80), PASSWORD);
            }
        });
        assertThat(Files.exists(file.path())).isTrue();
    }
}
