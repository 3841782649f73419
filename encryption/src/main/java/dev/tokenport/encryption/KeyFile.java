package dev.tokenport.encryption;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file with the keys that literals are encrypted with: a Tink keyset of AES-256-GCM keys as JSON. The primary one
 * encrypts, all decrypt. Others than its owner may not use it; its owner's group may read it.
 */
public final class KeyFile {

    private static final int LARGEST = 1 << 16;
    private static final Set<PosixFilePermission> FORBIDDEN = EnumSet.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot be used: " + e.getMessage(), e);
        }
    }

    private KeyFile() {}

    /**
     * Makes a file with a new key, mode 0600.
     *
     * @throws KeyFileException if there is a file of that name, or there cannot be one
     */
    public static void create(Path file) throws KeyFileException {
        try {
            PrivateFile.create(file, text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)));
        } catch (FileAlreadyExistsException e) {
            throw new KeyFileException(
                    "the key file '" + file + "' is there already and is not overwritten; --rotate adds a key to it",
                    e);
        } catch (IOException | GeneralSecurityException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Adds a new key, which encrypts from now on; the old ones still decrypt.
     *
     * @return how many keys there are now
     * @throws KeyFileException if the file cannot be read or written
     */
    public static int rotate(Path file) throws KeyFileException {
        KeysetHandle old = handle(file);
        try {
            KeysetHandle rotated = KeysetHandle.newBuilder(old)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            PrivateFile.replace(file, text(rotated));
            return rotated.size();
        } catch (IOException | GeneralSecurityException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Removes all keys but the one that encrypts: what they encrypted is lost.
     *
     * @return how many keys were removed
     * @throws KeyFileException if the file cannot be read or written
     */
    public static int dropOld(Path file) throws KeyFileException {
        KeysetHandle old = handle(file);
        if (old.size() == 1) {
            return 0;
        }
        try {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(old);
            for (int i = old.size() - 1; i >= 0; i--) {
                if (!old.getAt(i).isPrimary()) {
                    builder.deleteAt(i);
                }
            }
            PrivateFile.replace(file, text(builder.build()));
            return old.size() - 1;
        } catch (IOException | GeneralSecurityException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Reads the keys.
     *
     * @throws KeyFileException if there is no such file, it is no key file, or others than its owner may use it
     */
    public static LiteralCipher read(Path file) throws KeyFileException {
        return new LiteralCipher(file, handle(file));
    }

    static KeysetHandle handle(Path file) throws KeyFileException {
        String name = "the key file '" + file + "'";
        try {
            requirePrivate(file, name);
            KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(content(file), InsecureSecretKeyAccess.get());
            for (int i = 0; i < handle.size(); i++) {
                if (!handle.getAt(i).getKey().getParameters().equals(PredefinedAeadParameters.AES256_GCM)) {
                    throw new KeyFileException(name + " holds a key that 'tokenport keygen' does not make");
                }
            }
            return handle;
        } catch (NoSuchFileException e) {
            throw new KeyFileException(name + " does not exist; 'tokenport keygen' makes one", e);
        } catch (AccessDeniedException e) {
            throw new KeyFileException(name + " cannot be read: access is denied", e);
        } catch (IOException e) {
            throw new KeyFileException(
                    name + " cannot be read" + (Files.isDirectory(file) ? ": it is a folder" : ""), e);
        } catch (GeneralSecurityException | RuntimeException e) {
            // What the parser says quotes the file.
            throw new KeyFileException(name + " is not what 'tokenport keygen' makes");
        }
    }

    private static void requirePrivate(Path file, String name) throws IOException, KeyFileException {
        if (!PrivateFile.hasModes(file)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(FORBIDDEN::contains) && Files.isRegularFile(file)) {
            throw new KeyFileException(name + " is not private (" + PosixFilePermissions.toString(permissions)
                    + "); allow it to its owner only: chmod 600");
        }
    }

    private static String content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }

    private static String text(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()) + "\n";
    }

    private static KeyFileException unwritable(Path file, Exception cause) {
        String why = cause instanceof AccessDeniedException
                ? ": access is denied"
                : cause instanceof NoSuchFileException
                        ? ": there is no such folder"
                        : cause instanceof FileSystemException system && system.getReason() != null
                                ? ": " + system.getReason()
                                : "";
        return new KeyFileException("the key file '" + file + "' cannot be written" + why, cause);
    }
}
