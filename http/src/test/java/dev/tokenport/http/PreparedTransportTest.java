package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportException.TlsFault;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What is prepared changes nothing about who is trusted. */
@Timeout(120)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class PreparedTransportTest {

    private static final WireServer.Answer OK = wire -> wire.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeyTool keys;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeyTool.Identity local;

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static KeyTool.Identity elsewhere;

    @BeforeAll
    static void makeCertificates() throws Exception {
        keys = new KeyTool(folder);
        local = keys.identity("here", "-ext", "san=dns:localhost");
        elsewhere = keys.identity("elsewhere", "-ext", "san=dns:idp.example.org");
    }

    @AfterEach
    void trustAsBefore() {
        System.clearProperty(STORE);
        System.clearProperty(PASSWORD);
    }

    @Test
    void prepared_authorityInTheStore_isTrusted() throws Exception {
        trust(local);

        try (var server = server(local);
                var response = get(prepared(), server)) {
            assertThat(new String(response.bodyWithin(10), StandardCharsets.UTF_8))
                    .isEqualTo("ok");
        }
    }

    @Test
    void prepared_authorityTakenOutOfTheStore_isNotTrustedAtTheNextStart() throws Exception {
        trust(local);
        Transports earlier = prepared();
        try (var server = server(local);
                var response = get(earlier, server)) {
            assertThat(response.status()).isEqualTo(200);
        }
        trust(elsewhere);

        try (var server = server(local)) {
            assertTlsFault(prepared(), server, TlsFault.UNTRUSTED);
        }
    }

    @Test
    void prepared_authorityAddedToTheStore_isTrustedAtTheNextStart() throws Exception {
        trust(elsewhere);
        try (var server = server(local)) {
            assertTlsFault(prepared(), server, TlsFault.UNTRUSTED);
        }
        trust(elsewhere, local);

        try (var server = server(local);
                var response = get(prepared(), server)) {
            assertThat(response.status()).isEqualTo(200);
        }
    }

    @Test
    void prepared_certificateForAnotherHost_isRefused() throws Exception {
        trust(elsewhere);

        try (var server = server(elsewhere)) {
            assertTlsFault(prepared(), server, TlsFault.WRONG_HOST);
        }
    }

    private static Transports prepared() {
        Transports transports = Transports.direct();
        transports.prepareTls();
        return transports;
    }

    private static void trust(KeyTool.Identity... authorities) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (KeyTool.Identity authority : authorities) {
            store.setCertificateEntry(
                    authority.pem().getFileName().toString(),
                    CertificateFile.certificates(authority.pem()).get(0));
        }
        Path file = folder.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        System.setProperty(STORE, file.toString());
        System.setProperty(PASSWORD, "changeit");
    }

    private static void assertTlsFault(Transports transports, WireServer server, TlsFault fault) {
        var exception = catchThrowableOfType(TransportException.class, () -> get(transports, server));

        assertThat(exception.tlsFault()).contains(fault);
        assertThat(server.requests()).isEmpty();
    }

    private static WireServer server(KeyTool.Identity identity) throws Exception {
        return WireServer.answeringOverTls(keys.context(identity).getServerSocketFactory(), OK);
    }

    private static Response get(Transports transports, WireServer server) throws Exception {
        return transports
                .with(TransportOptions.DEFAULT)
                .send(
                        Request.of("GET", server.url(), Headers.none()),
                        Deadline.after(Duration.ofSeconds(50), TimeSource.system()));
    }
}
