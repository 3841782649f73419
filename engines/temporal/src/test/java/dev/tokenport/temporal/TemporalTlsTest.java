package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineAddress.Tls;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.PayloadCipher;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Temporal behind TLS: who is trusted, what is said when nobody is, where the API key goes. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class TemporalTlsTest {

    private static final String API_KEY = "s3cret-api-key";
    private static final String STEP = "step: {operator: test-step, parameters: {lines: lines}}";

    private static TestTemporal temporal;
    private static TestAuthority authority;
    private static TestAuthority other;
    private static TestAuthority.Identity server;
    private static PayloadCipher cipher;

    @TempDir
    private Path folder;

    private final String queue = "tls-" + UUID.randomUUID();

    @BeforeAll
    static void start(@TempDir Path keys) throws Exception {
        temporal = TestTemporal.start();
        authority = new TestAuthority(keys, "authority");
        other = new TestAuthority(keys, "other");
        server = authority.sign("server", "-ext", "san=dns:localhost");
        cipher = TestTemporal.cipher(keys);
    }

    @AfterAll
    static void stop() {
        temporal.close();
    }

    @Test
    void server_ofTheRightAuthority_runsWorkflows() throws Exception {
        try (GrpcGate gate = gate(Optional.empty(), Optional.empty())) {
            assertRuns(address("localhost", gate, trusting(authority), Optional.empty()));
            assertThat(gate.authorizations()).isEmpty();
        }
    }

    @Test
    void server_ofAnotherAuthority_isNotTrusted() throws Exception {
        try (GrpcGate gate = gate(Optional.empty(), Optional.empty())) {
            assertRefused(address("localhost", gate, trusting(other), Optional.empty()))
                    .hasMessage("Temporal cannot be reached at localhost:" + gate.port()
                            + ": its certificate is of no authority that is trusted; name the authority with --tls-ca");
        }
    }

    @Test
    void server_ofAnotherName_isNotTrusted() throws Exception {
        try (GrpcGate gate = gate(Optional.empty(), Optional.empty())) {
            assertRefused(address("127.0.0.1", gate, trusting(authority), Optional.empty()))
                    .hasMessage("Temporal cannot be reached at 127.0.0.1:" + gate.port()
                            + ": its certificate is of another: No subject alternative names matching IP address"
                            + " 127.0.0.1 found");
        }
    }

    @Test
    void server_withoutTls_isNamed() throws Exception {
        try (var gate = new GrpcGate(temporal.target(), Optional.empty(), Optional.empty(), Optional.empty())) {
            assertRefused(address("localhost", gate, Optional.empty(), Optional.of(API_KEY)))
                    .hasMessageStartingWith("Temporal cannot be reached at localhost:" + gate.port() + ": ");
            assertThat(gate.authorizations()).isEmpty();
        }
    }

    @Test
    void client_withItsCertificate_runsWorkflows() throws Exception {
        TestAuthority.Identity client = authority.sign("client-" + queue);
        try (GrpcGate gate = gate(Optional.of(authority.certificate()), Optional.empty())) {
            assertRuns(address("localhost", gate, certified(client), Optional.empty()));
        }
    }

    @Test
    void client_withoutACertificate_isToldOfIt() throws Exception {
        try (GrpcGate gate = gate(Optional.of(authority.certificate()), Optional.empty())) {
            assertRefused(address("localhost", gate, trusting(authority), Optional.empty()))
                    .hasMessageStartingWith(
                            "Temporal cannot be reached at localhost:" + gate.port() + ": the TLS handshake failed: ")
                    .hasMessageEndingWith("; it may want a certificate of this client (--tls-cert, --tls-key)");
        }
    }

    @Test
    void certificate_thatHasExpired_isNamed() throws Exception {
        TestAuthority.Identity client =
                authority.sign("old-" + queue, "-startdate", "2020/01/01 00:00:00", "-validity", "2");

        assertThatThrownBy(() -> Connected.to(address("localhost:1", certified(client), Optional.empty())))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("the certificate in '" + client.certificate() + "' has expired on 2020-01-0");
    }

    @Test
    void files_thatCannotBeUsed_areNamed() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        TestAuthority.Identity client = authority.sign("half-" + queue);
        var mismatch = new TestAuthority.Identity(client.certificate(), server.key());

        assertUnusable(new Tls(Optional.of(empty), Optional.empty(), Optional.empty()), empty);
        assertUnusable(
                new Tls(Optional.of(folder.resolve("missing.pem")), Optional.empty(), Optional.empty()),
                folder.resolve("missing.pem"));
        assertUnusable(
                certified(new TestAuthority.Identity(client.certificate(), empty))
                        .orElseThrow(),
                empty);
        assertUnusable(certified(mismatch).orElseThrow(), client.certificate());
    }

    @Test
    void apiKey_overTls_isABearerAndNeverShown() throws Exception {
        try (GrpcGate gate = gate(Optional.empty(), Optional.of("Bearer " + API_KEY))) {
            assertRuns(address("localhost", gate, trusting(authority), Optional.of(API_KEY)));
            assertThat(gate.authorizations()).containsExactly("Bearer " + API_KEY);
            assertRefused(address("localhost", gate, trusting(authority), Optional.of("another-s3cret")))
                    .hasMessage("Temporal cannot be reached at localhost:" + gate.port()
                            + ": it does not accept who asks: Request unauthorized.");
        }
    }

    private static void assertUnusable(Tls tls, Path named) {
        assertThatThrownBy(() -> Connected.to(address("localhost:1", Optional.of(tls), Optional.empty())))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("'" + named + "'")
                .hasMessageNotContaining("\n");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(EngineAddress address) {
        return assertThatThrownBy(() -> Connected.to(address))
                .isInstanceOf(EngineException.class)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("s3cret");
    }

    private void assertRuns(EngineAddress address) throws Exception {
        String id = UUID.randomUUID().toString();
        try (EngineWorker worker = TestRuns.worker(address, folder, 1);
                RemoteRuns runs = TestRuns.runs(address)) {
            assertThat(worker).isNotNull();
            runs.start(TestRuns.run(id, folder, STEP));
            assertThat(TestRuns.report(runs, id).outcome()).isEqualTo(RunOutcome.DONE);
        }
    }

    private static GrpcGate gate(Optional<Path> clients, Optional<String> wanted) throws Exception {
        return new GrpcGate(temporal.target(), Optional.of(server), clients, wanted);
    }

    private static Optional<Tls> trusting(TestAuthority trusted) {
        return Optional.of(new Tls(Optional.of(trusted.certificate()), Optional.empty(), Optional.empty()));
    }

    private static Optional<Tls> certified(TestAuthority.Identity own) {
        return Optional.of(
                new Tls(Optional.of(authority.certificate()), Optional.of(own.certificate()), Optional.of(own.key())));
    }

    private EngineAddress address(String host, GrpcGate gate, Optional<Tls> tls, Optional<String> key) {
        return new EngineAddress(host + ":" + gate.port(), "default", queue, tls, key.map(Secret::of), cipher);
    }

    private static EngineAddress address(String target, Optional<Tls> tls, Optional<String> key) {
        return new EngineAddress(target, "default", "none", tls, key.map(Secret::of), cipher);
    }
}
