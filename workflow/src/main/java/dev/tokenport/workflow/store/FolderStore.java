package dev.tokenport.workflow.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder that all machines share, such as one of NFS. Below it {@code runs/RUN/TASK/ATTEMPT} is an output, for the user of
 * the workers only; {@code files} is where relative paths of workflows start. What is sealed has reached the disk.
 * Thread-safe.
 */
public final class FolderStore implements OctetStore {

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
        return folder.resolve("runs").resolve(StoreKey.require(run));
    }

    private Path file(StoreKey key) {
        return run(key.run()).resolve(key.path());
    }

    @Override
    public void check() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "the folder of the store is not there");
        }
        Files.createDirectories(folder.resolve("runs"), OWNER_ONLY);
    }

    @Override
    public StoredOutput write(StoreKey key) throws IOException {
        check();
        Files.createDirectories(run(key.run()).resolve(key.task()), OWNER_ONLY);
        return new StoredFile(file(key));
    }

    @Override
    public InputStream read(StoreKey key) throws IOException {
        return Files.newInputStream(file(key));
    }

    @Override
    public void remove(String run) throws IOException {
        Path place = run(run);
        if (Files.isDirectory(place)) {
            Files.walkFileTree(place, new Removal());
        }
    }

    @Override
    public void touch(String run) throws IOException {
        try {
            Files.write(run(run).resolve(StoreKey.MARK), new byte[1]);
        } catch (NoSuchFileException ended) {
            // There is nothing left to be kept.
            return;
        }
    }

    @Override
    public Map<String, Instant> runs() throws IOException {
        Path all = folder.resolve("runs");
        var ages = new Ages(all);
        if (Files.isDirectory(all)) {
            Files.walkFileTree(all, ages);
        }
        return ages.runs;
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
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw fault;
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

    /** Notes for each run when anything of it was changed last. */
    private static final class Ages extends SimpleFileVisitor<Path> {

        private final Path all;
        private final Map<String, Instant> runs = new HashMap<>();

        Ages(Path all) {
            this.all = all;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            note(visited, attributes);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            note(file, attributes);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE; // Its run has ended meanwhile.
            }
            throw fault;
        }

        private void note(Path path, BasicFileAttributes attributes) {
            Path below = all.relativize(path);
            String run = below.getName(0).toString();
            if (StoreKey.isName(run) && (below.getNameCount() > 1 || attributes.isDirectory())) {
                runs.merge(
                        run,
                        attributes.lastModifiedTime().toInstant(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
    }
}
