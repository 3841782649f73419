package dev.tokenport.integration.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A certificate authority made for one test run, and a server certificate for {@code localhost} that it signed, as the
 * JDK's {@code keytool} makes them.
 *
 * @param authority the authority's certificate, PEM
 * @param serverKeys the server's key and chain, PKCS#12
 */
public record Certificates(Path authority, Path serverKeys) {

    /** Protects the key stores, which live only as long as the test. */
    public static final String STORE_PASSWORD = "changeit";

    /** Makes new ones in a folder. */
    public static Certificates in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (String old : List.of("all.p12", "server.p12", "ca.pem")) {
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
        return new Certificates(folder.resolve("ca.pem"), folder.resolve("server.p12"));
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
