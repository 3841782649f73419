package dev.tokenport.s3;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.KeyFileException;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.encryption.StreamCipher;
import dev.tokenport.workflow.engine.PayloadCipher;
import dev.tokenport.workflow.store.StoreCipher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The ciphers of the product with a new key. */
final class TestCipher implements StoreCipher, PayloadCipher {

    private final OctetCipher octets;
    private final StreamCipher streams;

    private TestCipher(OctetCipher octets) {
        this.octets = octets;
        this.streams = new StreamCipher(octets);
    }

    static TestCipher in(Path folder) throws KeyFileException {
        Path key = folder.resolve("key");
        KeyFile.create(key);
        return new TestCipher(OctetCipher.read(key));
    }

    @Override
    public OutputStream encrypting(OutputStream out, byte[] context) throws IOException {
        return streams.encrypting(out, context);
    }

    @Override
    public InputStream decrypting(InputStream in, byte[] context) throws IOException {
        return streams.decrypting(in, context);
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] context) throws GeneralSecurityException {
        return octets.encrypt(plain, context);
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] context) throws GeneralSecurityException {
        return octets.decrypt(sealed, context);
    }
}
