package dev.tokenport.oauth2;

import dev.tokenport.secret.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link RefreshTokenFile} while it belongs to this process. For one thread. */
final class RefreshTokenLease implements AutoCloseable {

    private static final long LARGEST = 64L * 1024;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path named;
    private final Path file;
    private final Path beside;
    private final FileChannel lock;

    private RefreshTokenLease(Path named, Path file, FileChannel lock) {
        this.named = named;
        this.file = file;
        this.beside = file.resolveSibling("." + file.getFileName() + ".tmp");
        this.lock = lock;
    }

    /**
     * Takes a file if nobody has it.
     *
     * @throws IOException if it cannot be written
     */
    static Optional<RefreshTokenLease> tried(Path named) throws IOException {
        Path file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder or a device");
        }
        FileChannel lock = open(file.resolveSibling("." + file.getFileName() + ".lock"), List.of());
        var lease = new RefreshTokenLease(named, file, lock);
        boolean mine = false;
        try {
            mine = lease.locks();
            if (mine) {
                lease.prepare();
            }
        } catch (IOException e) {
            mine = false;
            throw e;
        } finally {
            if (!mine) {
                lock.close();
            }
        }
        return mine ? Optional.of(lease) : Optional.empty();
    }

    /**
     * The token in the file, empty if there is no file, or nothing in it.
     *
     * @throws TokenConfigurationException if there is something else in it
     */
    Optional<Secret> read() throws TokenConfigurationException {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String text =
                    Files.size(file) > LARGEST ? "\n" : Files.readString(file).strip();
            if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
                throw fault(named, "does not hold one line with a refresh token", null);
            }
            return text.isEmpty() ? Optional.empty() : Optional.of(Secret.of(text));
        } catch (IOException e) {
            throw fault(named, "cannot be read: " + reason(e), e);
        }
    }

    /**
     * Puts another token into the place of the file.
     *
     * @throws IOException if it cannot be put there; the file is as before
     */
    void write(Secret token) throws IOException {
        prepare();
        try (FileChannel channel = open(beside, List.of(StandardOpenOption.TRUNCATE_EXISTING))) {
            var bytes = ByteBuffer.wrap((token.reveal() + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives the file back. */
    @Override
    public void close() {
        try (lock) {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            // The lock goes with the process at the latest, and the next one writes over what is beside the file.
            return;
        }
    }

    static TokenConfigurationException fault(Path file, String problem, @Nullable Throwable cause) {
        var fault = new ConfigurationFault(TokenOption.REFRESH_TOKEN_FILE, "'" + file + "' " + problem);
        return new TokenConfigurationException(List.of(fault), cause);
    }

    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        return e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : Objects.toString(e.getMessage(), e.getClass().getSimpleName());
    }

    private boolean locks() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException anotherThread) {
            return false;
        }
    }

    /** A new empty file beside, so that a token is not used up when its successor could not be kept. */
    private void prepare() throws IOException {
        Files.deleteIfExists(beside);
        open(beside, List.of(StandardOpenOption.CREATE_NEW)).close();
    }

    private static FileChannel open(Path file, List<OpenOption> more) throws IOException {
        Set<OpenOption> options = new HashSet<>(more);
        options.add(StandardOpenOption.CREATE);
        options.add(StandardOpenOption.WRITE);
        FileAttribute<?>[] attributes =
                file.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                        : new FileAttribute<?>[0];
        return FileChannel.open(file, options, attributes);
    }
}
