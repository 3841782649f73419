package dev.tokenport.encryption;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * Encrypts octets while they flow, with a megabyte of memory. Each stream has a key of its own, which stands at its beginning,
 * encrypted with the primary key of a key file; then come segments of AES-256-GCM (Tink's AES256_GCM_HKDF_1MB), so that
 * nothing can be altered, moved, left out or cut off unnoticed. Prints no key. Thread-safe.
 */
public final class StreamCipher {

    private static final int VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int LARGEST_SEALED_KEY = 1 << 10;

    private static final AesGcmHkdfStreamingParameters PARAMETERS = parameters();

    private final OctetCipher keys;

    /** With the keys of a file. */
    public StreamCipher(OctetCipher keys) {
        this.keys = keys;
    }

    private static AesGcmHkdfStreamingParameters parameters() {
        try {
            return AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setDerivedAesGcmKeySizeBytes(KEY_BYTES)
                    .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(1 << 20)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Encrypts what is written to it. Closing it ends the octets, and closes the stream behind it.
     *
     * @param context what is authenticated with them
     * @throws IOException if nothing can be written
     */
    public OutputStream encrypting(OutputStream out, byte[] context) throws IOException {
        SecretBytes key = SecretBytes.randomBytes(KEY_BYTES);
        try {
            byte[] sealed = keys.encrypt(key.toByteArray(InsecureSecretKeyAccess.get()), context);
            var header = new DataOutputStream(out);
            header.writeByte(VERSION);
            header.writeShort(sealed.length);
            header.write(sealed);
            return with(key).newEncryptingStream(out, context);
        } catch (GeneralSecurityException e) {
            throw new IOException("it cannot be encrypted: " + e.getMessage(), e);
        }
    }

    /**
     * Decrypts, up to the segment that was altered or is missing. Closing it closes the stream behind it.
     *
     * @param context as when it was encrypted
     * @throws IOException if it cannot be read, was not encrypted here, is for another context, or its key is not in the file;
     *     the message may be shown
     */
    public InputStream decrypting(InputStream in, byte[] context) throws IOException {
        var header = new DataInputStream(in);
        int version = header.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("it cannot be decrypted: it is not what Tokenport encrypts");
        }
        int length = header.readUnsignedShort();
        if (length > LARGEST_SEALED_KEY) {
            throw new IOException("it cannot be decrypted: it is not what Tokenport encrypts");
        }
        byte[] sealed = new byte[length];
        header.readFully(sealed);
        try {
            SecretBytes key = SecretBytes.copyFrom(keys.decrypt(sealed, context), InsecureSecretKeyAccess.get());
            return with(key).newDecryptingStream(in, context);
        } catch (GeneralSecurityException e) {
            throw new IOException("it cannot be decrypted: " + e.getMessage(), e);
        }
    }

    @AccessesPartialKey // the key is made and read here, and nowhere else
    private static StreamingAead with(SecretBytes key) throws GeneralSecurityException {
        return AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(PARAMETERS, key));
    }
}
