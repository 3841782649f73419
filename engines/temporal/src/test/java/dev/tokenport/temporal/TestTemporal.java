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

/**
 * Temporal's test server on a port of this machine, with its time skipping locked, so that time passes as it does; or with
 * {@code -Dtokenport.temporal=HOST:PORT} a server that is there.
 */
final class TestTemporal implements AutoCloseable {

    private final Optional<TestServer.PortBoundTestServer> server;
    private final String target;

    private TestTemporal(Optional<TestServer.PortBoundTestServer> server, String target) {
        this.server = server;
        this.target = target;
    }

    static TestTemporal start() {
        String there = System.getProperty("tokenport.temporal", "");
        if (!there.isEmpty()) {
            return new TestTemporal(Optional.empty(), there);
        }
        int port = freePort();
        return new TestTemporal(Optional.of(TestServer.createPortBoundServer(port, true)), "127.0.0.1:" + port);
    }

    /** Its {@code HOST:PORT}. */
    String target() {
        return target;
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
        server.ifPresent(TestServer.PortBoundTestServer::close);
    }
}
