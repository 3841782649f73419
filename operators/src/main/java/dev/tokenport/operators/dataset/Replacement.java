package dev.tokenport.operators.dataset;

import dev.tokenport.operators.format.Draft;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file being written beside another one, whose place it takes when it is complete; until then readers see the old file,
 * and nothing half-written is left behind. For one thread.
 */
final class Replacement implements Draft, AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final boolean gzip;
    private final @Nullable Set<PosixFilePermission> permissions;
    private final List<Path> temporary = new ArrayList<>();
    private final List<InputStream> readers = new ArrayList<>();
    private OutputStream output;

    private Replacement(Path target, boolean gzip) throws IOException {
        this.target = target;
        this.gzip = gzip;
        this.permissions = permissionsOf(target);
        this.output = open();
    }

    /**
     * A replacement of {@code file}; of what it leads to, if it is a symbolic link.
     *
     * @param gzip whether what is written is compressed
     */
    static Replacement of(Path file, boolean gzip) throws IOException {
        if (Files.exists(file)) {
            return new Replacement(file.toRealPath(), gzip);
        }
        Path link = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file) : file.getFileName();
        return new Replacement(file.toAbsolutePath().resolveSibling(Objects.requireNonNull(link)), gzip);
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public InputStream rewrite() throws IOException {
        output.close();
        InputStream written = Files.newInputStream(temporary.get(temporary.size() - 1));
        readers.add(written);
        output = open();
        return gzip ? GzipInput.of(written) : written;
    }

    /** Puts the file into place. */
    void commit() throws IOException {
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

    private OutputStream open() throws IOException {
        Path file = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        OutputStream opened = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        temporary.add(file);
        return gzip ? new GZIPOutputStream(opened, BUFFER) : opened;
    }

    private static @Nullable Set<PosixFilePermission> permissionsOf(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || !Files.exists(file)
                ? null
                : view.readAttributes().permissions();
    }
}
