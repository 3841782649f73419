package dev.tokenport.operator.spool;

import dev.tokenport.operator.file.TemporaryFiles;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/** The folder where entities are spooled. Files of dead processes can be swept. Thread-safe. */
public final class SpoolFolder {

    private final Path folder;

    /** Spools in this folder, which is made when it is needed. */
    public SpoolFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Deletes the files of processes that are no more; those that cannot be deleted stay.
     *
     * @param now the wall-clock time
     */
    public void sweep(Instant now) {
        if (Files.isDirectory(folder)) {
            TemporaryFiles.SPOOLS.sweep(folder, now);
        }
    }

    /** A new file that only its owner can read and write. */
    Path newFile() throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, posix ? attributes("rwx------") : attributes());
        return Files.createFile(TemporaryFiles.SPOOLS.in(folder), posix ? attributes("rw-------") : attributes());
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static FileAttribute<?>[] attributes() {
        return new FileAttribute<?>[0];
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
