package dev.tokenport.temporal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority made for a test, and the keys and certificates of others that it signs, as PEM, by the JDK's own tool. */
final class TestAuthority {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final String name;

    /** An identity: its certificate and its key. */
    record Identity(Path certificate, Path key) {}

    TestAuthority(Path folder, String name) throws IOException, InterruptedException {
        this.folder = folder;
        this.name = name;
        keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "bc:c");
        keytool("-exportcert", "-rfc", "-alias", "ca", "-file", certificate().toString());
    }

    /** Its own certificate. */
    Path certificate() {
        return folder.resolve(name + ".pem");
    }

    Identity sign(String subject, String... options)
            throws IOException, InterruptedException, GeneralSecurityException {
        List<String> arguments = new ArrayList<>(
                List.of("-genkeypair", "-alias", subject, "-signer", "ca", "-keyalg", "EC", "-dname", "CN=" + subject));
        arguments.addAll(List.of(options));
        keytool(arguments.toArray(String[]::new));
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new Identity(
                pem(
                        subject + ".pem",
                        "CERTIFICATE",
                        store.getCertificate(subject).getEncoded()),
                pem(
                        subject + ".key",
                        "PRIVATE KEY",
                        store.getKey(subject, PASSWORD.toCharArray()).getEncoded()));
    }

    private Path pem(String file, String kind, byte[] octets) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(octets);
        return Files.writeString(
                folder.resolve(file), "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }

    private Path store() {
        return folder.resolve(name + ".p12");
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add("-J-XX:TieredStopAtLevel=1");
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store().toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + printed);
        }
    }
}
