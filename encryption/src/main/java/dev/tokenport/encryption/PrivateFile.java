package dev.tokenport.encryption;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file for its owner alone, which appears whole or not at all. */
final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private PrivateFile() {}

    /**
     * Makes a file of mode 0600.
     *
     * @throws FileAlreadyExistsException if there is one
     */
    static void create(Path place, String text) throws IOException {
        Path beside = beside(place, text, OWNER_ONLY);
        try {
            // A link is made at once or, if there is a file already, not at all; a move is not so strict.
            Files.createLink(place, beside);
        } catch (UnsupportedOperationException e) {
            Files.move(beside, place);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Puts another text into a file's place at once; its mode stays. */
    static void replace(Path place, String text) throws IOException {
        Path real = place.toRealPath();
        Set<PosixFilePermission> permissions = hasModes(real) ? Files.getPosixFilePermissions(real) : OWNER_ONLY;
        Path beside = beside(real, text, permissions);
        try {
            Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Whether the file system knows POSIX modes. */
    static boolean hasModes(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
    }

    private static Path beside(Path place, String text, Set<PosixFilePermission> permissions) throws IOException {
        Path absolute = place.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        Path beside = Files.createTempFile(folder, ".tokenport-", ".tmp");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            if (hasModes(beside)) {
                Files.setPosixFilePermissions(beside, permissions);
            }
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return beside;
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }
}
