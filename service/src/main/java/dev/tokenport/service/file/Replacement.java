package dev.tokenport.service.file;

import dev.tokenport.operator.file.TemporaryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file being written beside another one, whose place it takes when it is complete; until then readers see the old file,
 * and nothing half-written is left behind. For one thread.
 */
public final class Replacement implements AutoCloseable {

    private final Path target;
    private final @Nullable Set<PosixFilePermission> permissions;
    private final List<Path> temporary = new ArrayList<>();
    private final List<InputStream> readers = new ArrayList<>();
    private FileChannel channel;
    private OutputStream output;

    private Replacement(Path target) throws IOException {
        this.target = target;
        this.permissions = permissionsOf(target);
        this.channel = open();
        this.output = Channels.newOutputStream(channel);
    }

    /**
     * A replacement of {@code file}; of what it leads to, if it is a symbolic link.
     *
     * @throws FileFault if it has no folder, is no regular file, or may not be written
     * @throws IOException if nothing can be written beside it
     */
    static Replacement of(Path file) throws FileFault, IOException {
        check(file);
        requireName(file);
        if (Files.exists(file)) {
            return new Replacement(file.toRealPath());
        }
        Path link = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file) : file.getFileName();
        return new Replacement(file.toAbsolutePath().resolveSibling(Objects.requireNonNull(link)));
    }

    /** Where to write. */
    public OutputStream output() {
        return output;
    }

    /**
     * Starts over with an empty file, and gives what was written so far, which stays readable meanwhile.
     *
     * @throws IOException if the file cannot be written or read
     */
    public InputStream rewrite() throws IOException {
        output.close();
        InputStream written = Files.newInputStream(temporary.get(temporary.size() - 1));
        readers.add(written);
        channel = open();
        output = Channels.newOutputStream(channel);
        return written;
    }

    /** How many bytes were written so far. */
    public long size() throws IOException {
        return channel.size();
    }

    /**
     * Takes back what was written behind the first {@code size} bytes.
     *
     * @throws IOException if the file cannot be written
     */
    public void cut(long size) throws IOException {
        channel.truncate(size);
    }

    /**
     * Puts the file into place.
     *
     * @throws IOException if it cannot be put there
     */
    public void commit() throws IOException {
        output.close();
        Path complete = temporary.get(temporary.size() - 1);
        if (permissions != null) {
            Files.setPosixFilePermissions(complete, permissions);
        }
        Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes what was not put into place. */
    @Override
    public void close() {
        try {
            output.close();
            for (InputStream reader : readers) {
                reader.close();
            }
        } catch (IOException e) {
            // Nothing of value can be lost here: a complete file was closed by commit, any other is deleted now.
        }
        try {
            for (Path file : temporary) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written beside it has a shorter name, so that this would only show in the end. */
    private static void requireName(Path file) throws IOException {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            // Nothing of that name is there yet, and it can be asked for.
            return;
        }
    }

    private static void check(Path file) throws FileFault {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.isRegularFile(folder)) {
            throw new FileFault("is in '" + folder + "', which is a file and no folder");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FileFault("is in a folder that does not exist: " + folder + "; create it first");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileFault("is a folder or a device; only a regular file can be replaced");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new FileFault("may not be written by this user");
        }
    }

    /** The folder that the file is in. */
    Path folder() {
        return Objects.requireNonNull(target.getParent());
    }

    /** The time at which this was begun, by the clock of the file system. */
    Instant begun() throws IOException {
        return Files.getLastModifiedTime(temporary.get(0)).toInstant();
    }

    private FileChannel open() throws IOException {
        Path file = TemporaryFiles.DRAFTS.in(folder());
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        temporary.add(file);
        return opened;
    }

    private static @Nullable Set<PosixFilePermission> permissionsOf(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || !Files.exists(file)
                ? null
                : view.readAttributes().permissions();
    }
}
