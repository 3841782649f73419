package dev.tokenport.integration.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority made for one test run, and a server certificate for {@code localhost} that it signed, as the
 * JDK's {@code keytool} makes them.
 *
 * @param authority the authority's certificate, PEM
 * @param serverKeys the server's key and chain, PKCS#12
 * @param trusted the authority's certificate, for a server that trusts its clients, PKCS#12
 */
public record Certificates(Path authority, Path serverKeys, Path trusted) {

    /** Protects the key stores, which live only as long as the test. */
    public static final String STORE_PASSWORD = "changeit";

    /** Makes new ones in a folder. */
    public static Certificates in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (String old : List.of("all.p12", "server.p12", "trusted.p12", "ca.pem")) {
            Files.deleteIfExists(folder.resolve(old));
        }
        String all = " -keystore all.p12 -storepass " + STORE_PASSWORD;
        keytool(folder, "-genkeypair -alias ca -keyalg EC -dname CN=Tokenport-Test-CA -ext bc:c -validity 2" + all);
        keytool(
                folder,
                "-genkeypair -alias server -signer ca -keyalg EC -dname CN=localhost -validity 2"
                        + " -ext san=dns:localhost,ip:127.0.0.1" + all);
        keytool(folder, "-exportcert -rfc -alias ca -file ca.pem" + all);
        keytool(
                folder,
                "-importkeystore -srcalias server -srckeystore all.p12 -srcstorepass " + STORE_PASSWORD
                        + " -destkeystore server.p12 -deststorepass " + STORE_PASSWORD);
        keytool(folder, "-importcert -alias ca -file ca.pem -keystore trusted.p12 -storepass " + STORE_PASSWORD);
        return new Certificates(folder.resolve("ca.pem"), folder.resolve("server.p12"), folder.resolve("trusted.p12"));
    }

    /** The key and chain of a client of this name, signed by the authority of the folder, as a new PKCS#12 file. */
    static Path client(Path folder, String name, Path file) throws IOException, InterruptedException {
        String all = " -keystore all.p12 -storepass " + STORE_PASSWORD;
        String alias = UUID.randomUUID().toString();
        keytool(
                folder,
                "-genkeypair -alias " + alias + " -signer ca -keyalg EC -dname CN=" + name + " -validity 2" + all);
        keytool(
                folder,
                "-importkeystore -srcalias " + alias + " -srckeystore all.p12 -srcstorepass " + STORE_PASSWORD
                        + " -destkeystore " + file.toAbsolutePath() + " -deststorepass " + STORE_PASSWORD);
        return file;
    }

    /** TLS of a server with these keys. */
    public SSLContext server() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(serverKeys)) {
            store.load(in, STORE_PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, STORE_PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path folder, String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of((arguments + " -noprompt").split(" ", -1)));
        Path output = folder.resolve("keytool.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool failed: " + Files.readString(output));
        }
    }
}
