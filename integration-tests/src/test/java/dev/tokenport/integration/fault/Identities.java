package dev.tokenport.integration.fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** The keys of the test's servers, made with the JDK's {@code keytool}: an authority, and what it has signed. Immutable. */
final class Identities {

    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";

    private final Path authority;
    private final KeyStore keys;

    private Identities(Path authority, KeyStore keys) {
        this.authority = authority;
        this.keys = keys;
    }

    /** Makes them in an empty folder. */
    static Identities in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        String[] local = {"-ext", "san=dns:localhost"};
        key(folder, AUTHORITY, "-ext", "bc:critical");
        key(folder, "good", signed(local));
        key(folder, "wrong_name", signed("-ext", "san=dns:idp.example.org,dns:*.example.net"));
        key(
                folder,
                "expired",
                signed("-ext", "san=dns:localhost", "-startdate", "2020/01/01 00:00:00", "-validity", "1"));
        key(folder, "not_yet_valid", signed("-ext", "san=dns:localhost", "-startdate", "2099/01/01 00:00:00"));
        key(folder, "self_signed", local);
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        byte[] certificate = keys.getCertificate(AUTHORITY).getEncoded();
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
        return new Identities(Files.writeString(folder.resolve("authority.pem"), pem), keys);
    }

    /** The authority's certificate, PEM. */
    Path authority() {
        return authority;
    }

    /** Sockets that listen in this way. */
    ServerSocketFactory sockets(Listening.Port port) throws GeneralSecurityException {
        return switch (port) {
            case PLAIN, CLOSED -> ServerSocketFactory.getDefault();
            case TLS, UNFIT_CIPHER -> new Demanding(port, sockets("good"));
            case WRONG_NAME -> sockets("wrong_name");
            case EXPIRED -> sockets("expired");
            case NOT_YET_VALID -> sockets("not_yet_valid");
            case SELF_SIGNED -> sockets("self_signed");
        };
    }

    private ServerSocketFactory sockets(String alias) throws GeneralSecurityException {
        var one = KeyStore.getInstance("PKCS12");
        try {
            one.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        char[] password = PASSWORD.toCharArray();
        one.setKeyEntry(alias, keys.getKey(alias, password), password, keys.getCertificateChain(alias));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(one, password);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    private static String[] signed(String... options) {
        return Stream.concat(Stream.of("-signer", AUTHORITY), Stream.of(options))
                .toArray(String[]::new);
    }

    private static void key(Path folder, String alias, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-Duser.timezone=UTC", "-J-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias));
        command.addAll(List.of("-keystore", "keys.p12", "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of(options));
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

    /** Makes TLS sockets that ask more of their clients than most do. */
    private static final class Demanding extends ServerSocketFactory {

        private final Listening.Port port;
        private final ServerSocketFactory sockets;

        private Demanding(Listening.Port port, ServerSocketFactory sockets) {
            this.port = port;
            this.sockets = sockets;
        }

        @Override
        public ServerSocket createServerSocket(int number) throws IOException {
            return demanding(sockets.createServerSocket(number));
        }

        @Override
        public ServerSocket createServerSocket(int number, int backlog) throws IOException {
            return demanding(sockets.createServerSocket(number, backlog));
        }

        @Override
        public ServerSocket createServerSocket(int number, int backlog, InetAddress address) throws IOException {
            return demanding(sockets.createServerSocket(number, backlog, address));
        }

        private ServerSocket demanding(ServerSocket made) {
            var socket = (SSLServerSocket) made;
            if (port == Listening.Port.UNFIT_CIPHER) {
                // The certificate is for a key of elliptic curves.
                socket.setEnabledProtocols(new String[] {"TLSv1.2"});
                socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});
            }
            return socket;
        }
    }
}
