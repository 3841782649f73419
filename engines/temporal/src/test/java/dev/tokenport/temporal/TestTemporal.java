package dev.tokenport.temporal;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.KeyFileException;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.testkit.TemporalServer;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.PayloadCipher;
import io.temporal.testserver.TestServer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Temporal's test server on a port of this machine, with its time skipping locked, so that time passes as it does; or with
 * {@code -Dtokenport.temporal=HOST:PORT} a server that is there.
 */
final class TestTemporal implements AutoCloseable {

    /** Says with a trace that the test server cannot be waited for; held, since the JDK forgets a logger that nobody holds. */
    private static final Logger WAITING = Logger.getLogger("io.temporal.internal.testservice.TestWorkflowService");

    private final Runnable end;
    private final String target;

    private TestTemporal(String target, Runnable end) {
        this.end = end;
        this.target = target;
    }

    static TestTemporal start() {
        String there = System.getProperty("tokenport.temporal", "");
        if (!there.isEmpty()) {
            return new TestTemporal(there, () -> {});
        }
        WAITING.setLevel(Level.OFF);
        int port = TemporalServer.freePort();
        TestServer.PortBoundTestServer server = TestServer.createPortBoundServer(port, true);
        return new TestTemporal("127.0.0.1:" + port, server::close);
    }

    /** A real one, which is closed with this. */
    static TestTemporal of(TemporalServer server) {
        return new TestTemporal(server.address(), server::close);
    }

    /** Its {@code HOST:PORT}. */
    String target() {
        return target;
    }

    /** Its address for those who share a queue and a cipher. */
    EngineAddress address(String queue, PayloadCipher cipher) {
        return new EngineAddress(target, "default", queue, Optional.empty(), Optional.empty(), cipher);
    }

    /** A cipher with a new key, in a file of this folder. */
    static PayloadCipher cipher(Path folder) {
        Path file = folder.resolve("temporal.key");
        try {
            KeyFile.create(file);
            return cipher(OctetCipher.read(file));
        } catch (KeyFileException e) {
            throw new IllegalStateException(e);
        }
    }

    static PayloadCipher cipher(OctetCipher keys) {
        return new PayloadCipher() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] context) throws GeneralSecurityException {
                return keys.encrypt(plain, context);
            }

            @Override
            public byte[] decrypt(byte[] sealed, byte[] context) throws GeneralSecurityException {
                return keys.decrypt(sealed, context);
            }
        };
    }

    @Override
    public void close() {
        end.run();
    }
}
