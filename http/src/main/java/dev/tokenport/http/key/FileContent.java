package dev.tokenport.http.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a file with keys or certificates. Prints its path only. Immutable.
 */
final class FileContent {

    /** Far above any key or bundle of certificates; keeps a wrong path (a device, a disk image) from filling the memory. */
    private static final int LARGEST = 1 << 20;

    private final String role;
    private final Path file;
    private final byte[] bytes;

    private FileContent(String role, Path file, byte[] bytes) {
        this.role = role;
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @param role what it is, for messages, such as {@code key file}
     */
    static FileContent of(String role, Path file) {
        if (Files.isDirectory(file)) {
            throw fault(role, file, "is a folder, not a file", null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw fault(role, file, "is larger than " + LARGEST + " bytes", null);
            }
            return new FileContent(role, file, bytes);
        } catch (NoSuchFileException e) {
            throw fault(role, file, "no such file", e);
        } catch (AccessDeniedException e) {
            throw fault(role, file, "no permission to read", e);
        } catch (IOException e) {
            throw fault(role, file, "cannot be read", e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Pem pem() {
        return Pem.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    boolean isBlank() {
        return new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
    }

    KeyFileException fault(String what) {
        return fault(what, null);
    }

    KeyFileException fault(String what, @Nullable Exception cause) {
        return fault(role, file, what, cause);
    }

    private static KeyFileException fault(String role, Path file, String what, @Nullable Exception cause) {
        return new KeyFileException(role + " '" + file + "': " + what, cause);
    }

    @Override
    public String toString() {
        return role + " '" + file + "'";
    }
}
