package dev.tokenport.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the text of a {@code file:} reference. */
final class SecretFile {

    /** Far above any key or token; keeps a wrong path (a device, a disk image) from filling the memory. */
    private static final int LIMIT = 1 << 20;

    private SecretFile() {}

    static String read(Reference reference, Path folder) {
        Path file = path(reference, folder);
        return withoutLineEnd(decoded(bytes(reference, file), reference, file));
    }

    private static Path path(Reference reference, Path folder) {
        try {
            return folder.resolve(reference.name()).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new SecretUnavailableException(reference + ": not a path (" + e.getReason() + ")", e);
        }
    }

    private static byte[] bytes(Reference reference, Path file) {
        if (Files.isDirectory(file)) {
            throw unavailable(reference, "is a folder, not a file", file, null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw unavailable(reference, "larger than " + LIMIT + " bytes", file, null);
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw unavailable(reference, "no such file", file, e);
        } catch (AccessDeniedException e) {
            throw unavailable(reference, "no permission to read", file, e);
        } catch (IOException e) {
            throw unavailable(reference, "cannot be read", file, e);
        }
    }

    private static String decoded(byte[] bytes, Reference reference, Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unavailable(reference, "is not UTF-8 text", file, e);
        }
    }

    private static String withoutLineEnd(String text) {
        int begin = text.startsWith("\uFEFF") ? 1 : 0;
        int end = text.length();
        if (text.endsWith("\r\n")) {
            end -= 2;
        } else if (text.endsWith("\n")) {
            end -= 1;
        }
        return text.substring(begin, end);
    }

    private static SecretUnavailableException unavailable(
            Reference reference, String why, Path file, @Nullable IOException cause) {
        String message = reference + ": " + why + " (" + file + ")";
        return cause == null ? new SecretUnavailableException(message) : new SecretUnavailableException(message, cause);
    }
}
