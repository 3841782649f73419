package dev.tokenport.temporal;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.KeyFileException;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.PayloadCipher;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Temporal's test server on a port of this machine, with its time skipping locked, so that time passes as it does. */
final class TestTemporal implements AutoCloseable {

    private final TestServer.PortBoundTestServer server;
    private final int port;

    private TestTemporal(TestServer.PortBoundTestServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static TestTemporal start() {
        int port = freePort();
        return new TestTemporal(TestServer.createPortBoundServer(port, true), port);
    }

    private static int freePort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address for those who share a queue and a cipher. */
    EngineAddress address(String queue, PayloadCipher cipher) {
        return new EngineAddress("127.0.0.1:" + port, "default", queue, Optional.empty(), Optional.empty(), cipher);
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
        server.close();
    }
}
