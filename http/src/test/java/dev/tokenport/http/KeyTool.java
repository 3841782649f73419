package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Makes certificates with the JDK's own tool. */
final class KeyTool {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    KeyTool(Path folder) {
        this.folder = folder;
    }

    /** A server's key and the PEM file of its certificate, signed by itself. */
    record Identity(Path store, Path pem) {}

    Identity identity(String name, String... options)
            throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve(name + ".p12");
        var command =
                new ArrayList<>(List.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + name));
        command.addAll(List.of(options));
        run(store, command);
        var pem = folder.resolve(name + ".pem");
        run(store, List.of("-exportcert", "-rfc", "-alias", "server", "-file", pem.toString()));
        return new Identity(store, pem);
    }

    /** A server's key for localhost, its certificate signed by an authority; the server sends both certificates. */
    Identity signed(String name, Identity authority, String... options)
            throws IOException, InterruptedException, GeneralSecurityException {
        Identity server = identity(name);
        Path request = folder.resolve(name + ".csr");
        run(server.store(), List.of("-certreq", "-alias", "server", "-file", request.toString()));
        var sign = new ArrayList<>(List.of("-gencert", "-rfc", "-alias", "server", "-ext", "san=dns:localhost"));
        sign.addAll(
                List.of("-infile", request.toString(), "-outfile", server.pem().toString()));
        sign.addAll(List.of(options));
        run(authority.store(), sign);
        run(
                server.store(),
                List.of(
                        "-importcert",
                        "-noprompt",
                        "-alias",
                        "authority",
                        "-file",
                        authority.pem().toString()));
        run(
                server.store(),
                List.of(
                        "-importcert",
                        "-noprompt",
                        "-alias",
                        "server",
                        "-file",
                        server.pem().toString()));
        return server;
    }

    SSLContext context(Identity identity) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(identity.store())) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void run(Path store, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }
}
