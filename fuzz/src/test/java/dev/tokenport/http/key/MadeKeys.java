package dev.tokenport.http.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A key with its certificate, made with the JDK's own tool for one run of the tests. Immutable.
 *
 * @param key the key, PKCS#8 in Base64
 * @param encryptedOctets the same, encrypted
 * @param certificate its certificate in Base64
 * @param store both as a PKCS#12 file
 */
@SuppressWarnings("ArrayRecordComponent") // the octets of files, which nobody changes or compares
record MadeKeys(String key, byte[] encryptedOctets, String certificate, byte[] store) {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String ENCRYPTION = "PBEWithHmacSHA256AndAES_256";

    static MadeKeys in(Path file) {
        try {
            make(file);
            byte[] octets = Files.readAllBytes(file);
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(octets), PASSWORD);
            Key key = store.getKey("client", PASSWORD);
            return new MadeKeys(
                    base64(key.getEncoded()),
                    encrypted(key),
                    base64(store.getCertificate("client").getEncoded()),
                    octets);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void make(Path file) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "client",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=orders",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD)))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }

    private static byte[] encrypted(Key key) throws IOException, GeneralSecurityException {
        var cipher = Cipher.getInstance(ENCRYPTION);
        cipher.init(
                Cipher.ENCRYPT_MODE, SecretKeyFactory.getInstance(ENCRYPTION).generateSecret(new PBEKeySpec(PASSWORD)));
        byte[] octets = cipher.doFinal(key.getEncoded());
        var parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(cipher.getParameters().getEncoded());
        return new EncryptedPrivateKeyInfo(parameters, octets).getEncoded();
    }

    String encrypted() {
        return base64(encryptedOctets);
    }

    /** One block of PEM. */
    static byte[] pem(String label, byte[] octets) {
        return ("-----BEGIN " + label + "-----\n" + base64(octets) + "\n-----END " + label + "-----\n")
                .getBytes(ISO_8859_1);
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    @Override
    public String toString() {
        return "MadeKeys";
    }
}
