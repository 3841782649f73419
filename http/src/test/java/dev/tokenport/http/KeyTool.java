package dev.tokenport.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes certificates with the JDK's own tool. */
final class KeyTool {

    private static final String ALIAS = "server";
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
        var command = new ArrayList<>(List.of("-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-dname", "CN=" + name));
        command.addAll(List.of(options));
        run(store, command);
        var pem = folder.resolve(name + ".pem");
        String base64 = Base64.getMimeEncoder()
                .encodeToString(load(store).getCertificate(ALIAS).getEncoded());
        Files.writeString(pem, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
        return new Identity(store, pem);
    }

    /** A server's key for localhost, its certificate signed by an authority; the server sends both certificates. */
    Identity signed(String name, Identity authority, String... options)
            throws IOException, InterruptedException, GeneralSecurityException {
        Identity server = identity(name);
        Path request = folder.resolve(name + ".csr");
        run(server.store(), List.of("-certreq", "-alias", ALIAS, "-file", request.toString()));
        var sign = new ArrayList<>(List.of("-gencert", "-rfc", "-alias", ALIAS, "-ext", "san=dns:localhost"));
        sign.addAll(
                List.of("-infile", request.toString(), "-outfile", server.pem().toString()));
        sign.addAll(List.of(options));
        run(authority.store(), sign);
        KeyStore store = load(server.store());
        Certificate[] chain = {
            CertificateFile.certificates(server.pem()).get(0),
            CertificateFile.certificates(authority.pem()).get(0)
        };
        store.setKeyEntry(ALIAS, store.getKey(ALIAS, PASSWORD.toCharArray()), PASSWORD.toCharArray(), chain);
        try (OutputStream out = Files.newOutputStream(server.store())) {
            store.store(out, PASSWORD.toCharArray());
        }
        return server;
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    SSLContext context(Identity identity) throws IOException, GeneralSecurityException {
        return context(identity, null);
    }

    /** A server that trusts clients of an authority. */
    SSLContext trusting(Identity identity, Identity authority) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", load(authority.store()).getCertificate(ALIAS));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return context(identity, trust.getTrustManagers());
    }

    private static SSLContext context(Identity identity, TrustManager @Nullable [] trust)
            throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(identity.store()), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust, null);
        return context;
    }

    private void run(Path store, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add("-J-XX:TieredStopAtLevel=1");
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }
}
