package dev.tokenport.workflow.store;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Schema;
import dev.tokenport.workflow.run.spool.EntityFormat;
import dev.tokenport.workflow.run.spool.EntitySink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that all machines share, such as one of NFS. Below it {@code runs/RUN/TASK/ATTEMPT} is an output, compressed, for
 * the user of the workers only; {@code files} is where relative paths of workflows start. Thread-safe.
 */
public final class FolderStore implements EntityStore {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];

    private final Path folder;

    /** A store in a folder, which has to be there. */
    public FolderStore(Path folder) {
        this.folder = folder;
    }

    /** Where relative paths of a workflow start. */
    public Path files() {
        return folder.resolve("files");
    }

    private Path run(String run) {
        return folder.resolve("runs").resolve(run);
    }

    private Path file(StoreKey key) {
        return run(key.run()).resolve(key.path());
    }

    @Override
    public EntitySink write(StoreKey key, Optional<Schema> schema) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "the folder of the store is not there");
        }
        Path place = file(key);
        Path part = Path.of(place + ".part");
        Files.createDirectories(folder.resolve("runs"), OWNER_ONLY);
        Files.createDirectories(run(key.run()).resolve(key.task()), OWNER_ONLY);
        OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER_BYTES);
        return EntityFormat.writer(new GZIPOutputStream(out, BUFFER_BYTES), schema, () -> {
            if (Files.exists(place)) {
                throw new FileAlreadyExistsException(place.toString());
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    @Override
    public Entities read(StoreKey key) throws IOException {
        InputStream in = Files.newInputStream(file(key));
        try {
            return EntityFormat.reader(new GZIPInputStream(in, BUFFER_BYTES));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public void remove(String run) throws IOException {
        if (!StoreKey.isName(run)) {
            throw new IllegalArgumentException("'" + run + "' cannot be a name in a store");
        }
        Path place = run(run);
        if (Files.isDirectory(place)) {
            Files.walkFileTree(place, new Removal());
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    /** Deletes what it visits; what somebody else has deleted meanwhile is fine. */
    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) throws IOException {
            if (fault != null) {
                throw fault;
            }
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
        }
    }
}
