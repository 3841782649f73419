package dev.tokenport.http;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * The first message of a TLS handshake (RFC 8446 §4.1.2), which goes nowhere. Before Java can write its first one in a process,
 * it looks what ciphers, groups and signatures there are, and for each group computes what it makes keys with: half of
 * what the first handshake takes, and it does not depend on the authorities, which can be read meanwhile.
 *
 * <p>It is made before the first handshake of the process or not at all: Java initializes what both need in the order of one of
 * them. Thread-safe.
 */
final class UnsentHello {

    /** Of this process, as is what Java keeps. */
    private static boolean tooLate;

    private UnsentHello() {}

    /** Makes one, with keys of its own, in a context that trusts nobody; then agrees with itself on a secret. */
    static void make() {
        try {
            if (write()) {
                agree();
            }
        } catch (GeneralSecurityException | SSLException e) {
            // Whoever sends a request hears of it.
            return;
        }
    }

    /** Says that a handshake begins, after the one that is being written. */
    static synchronized void passOver() {
        tooLate = true;
    }

    private static synchronized boolean write() throws GeneralSecurityException, SSLException {
        if (tooLate) {
            return false;
        }
        tooLate = true;
        var context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[0], new TrustManager[0], null);
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        var message = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult unused = engine.wrap(ByteBuffer.allocate(0), message);
        return message.position() > 0;
    }

    /** Does what comes next with the group that most servers choose (RFC 7748). */
    private static void agree() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        KeyFactory keys = KeyFactory.getInstance("X25519");
        PublicKey received = keys.generatePublic(keys.getKeySpec(pair.getPublic(), XECPublicKeySpec.class));
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(pair.getPrivate());
        agreement.doPhase(received, true);
        byte[] unused = agreement.generateSecret();
    }
}
