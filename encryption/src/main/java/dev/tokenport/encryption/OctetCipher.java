package dev.tokenport.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;

/**
 * Encrypts octets with the primary key of a key file, and decrypts what any key in it has encrypted. The file is read again
 * when it has changed, so that keys can be added while processes run. Prints no key. Thread-safe.
 */
public final class OctetCipher {

    // https://developers.google.com/tink/wire-format: a byte 1 and the key's id stand before the ciphertext.
    private static final byte TINK_PREFIX = 1;
    private static final int TINK_PREFIX_LENGTH = 5;

    private final Path file;
    private volatile Keys keys;

    private record Keys(Aead aead, KeysetHandle handle, FileTime changed) {

        boolean has(int id) {
            for (int i = 0; i < handle.size(); i++) {
                if (handle.getAt(i).getId() == id) {
                    return true;
                }
            }
            return false;
        }
    }

    private OctetCipher(Path file, Keys keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * Reads the keys.
     *
     * @throws KeyFileException if there is no such file, it is no key file, or others than its owner may use it
     */
    public static OctetCipher read(Path file) throws KeyFileException {
        return new OctetCipher(file, keys(file));
    }

    private static Keys keys(Path file) throws KeyFileException {
        try {
            // The time comes first: a change while the file is read is seen at the next look.
            FileTime changed = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
            KeysetHandle handle = KeyFile.handle(file);
            return new Keys(handle.getPrimitive(RegistryConfiguration.get(), Aead.class), handle, changed);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyFileException("the key file '" + file + "' has no key that can be used", e);
        }
    }

    /** The keys of the file as it is now; those that are known while it cannot be read. */
    private Keys current() {
        Keys known = keys;
        try {
            if (!Files.getLastModifiedTime(file).equals(known.changed())) {
                known = keys(file);
                keys = known;
            }
        } catch (IOException | KeyFileException unreadable) {
            // It is being replaced, or was taken away; who starts anew hears of it.
            return known;
        }
        return known;
    }

    /**
     * Encrypts with the primary key; the same octets give others each time.
     *
     * @param context what is authenticated with it
     * @throws GeneralSecurityException if that is not possible
     */
    public byte[] encrypt(byte[] plain, byte[] context) throws GeneralSecurityException {
        return current().aead().encrypt(plain, context);
    }

    /**
     * Decrypts.
     *
     * @throws GeneralSecurityException if it was altered, was not encrypted here, is for another context, or its key is not
     *     in the file; the message may be shown
     */
    public byte[] decrypt(byte[] sealed, byte[] context) throws GeneralSecurityException {
        if (sealed.length <= TINK_PREFIX_LENGTH || sealed[0] != TINK_PREFIX) {
            throw new GeneralSecurityException("it is not what Tokenport encrypts");
        }
        Keys usable = current();
        if (!usable.has(ByteBuffer.wrap(sealed).getInt(1))) {
            throw new GeneralSecurityException("its key is not in the key file '" + file + "'");
        }
        try {
            return usable.aead().decrypt(sealed, context);
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException("it was altered", e);
        }
    }

    /** The file, never a key. */
    @Override
    public String toString() {
        return "OctetCipher[" + file + "]";
    }
}
