package dev.tokenport.benchmarks.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * A server's key, and the authorities that every program trusts: all that Java trusts by default, and the server's. Each
 * program reads them in the form that it reads anyway, so that HTTPS costs what it costs with a public certificate.
 *
 * @param key a PKCS#12 file with the server's key
 * @param trustStore the authorities for Java
 * @param bundle the same as PEM
 */
record Authorities(Path key, Path trustStore, Path bundle) {

    private static final String PASSWORD = "benchmark";

    static Authorities in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path key = folder.resolve("server.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-keystore",
                        key.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=benchmark",
                        "-ext",
                        "san=ip:127.0.0.1"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool made no key");
        }
        Certificate own =
                KeyStore.getInstance(key.toFile(), PASSWORD.toCharArray()).getCertificate("server");
        File known = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                .toFile();
        KeyStore all = KeyStore.getInstance(known, (char[]) null);
        all.setCertificateEntry("benchmark", own);
        return new Authorities(
                key, store(all, folder.resolve("authorities")), pem(all, folder.resolve("authorities.pem")));
    }

    private static Path store(KeyStore all, Path file) throws IOException, GeneralSecurityException {
        // As the file that comes with Java: without a password, whose check would cost each process time.
        System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
        System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
        try (OutputStream out = Files.newOutputStream(file)) {
            all.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static Path pem(KeyStore all, Path file) throws IOException, GeneralSecurityException {
        var text = new StringBuilder();
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        for (String alias : Collections.list(all.aliases())) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(lines.encodeToString(all.getCertificate(alias).getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return Files.writeString(file, text);
    }

    /** What makes a Java process a server with the key. */
    String[] serverOptions() {
        return new String[] {"-Djavax.net.ssl.keyStore=" + key, "-Djavax.net.ssl.keyStorePassword=" + PASSWORD};
    }

    /** What makes a Java process trust it. */
    String clientOption() {
        return "-Djavax.net.ssl.trustStore=" + trustStore;
    }
}
