package dev.tokenport.cli;

import dev.tokenport.operator.file.TemporaryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A file that appears whole or not at all: written beside its place and moved there. Opening it proves that it can be
 * written; closing it without {@link #write} leaves nothing behind. What a process left there that was killed is deleted.
 * For one thread.
 */
final class AtomicFile implements AutoCloseable {

    private final Path place;
    private final Path beside;

    private AtomicFile(Path place, Path beside) {
        this.place = place;
        this.beside = beside;
    }

    /**
     * Prepares a file.
     *
     * @throws IOException if there cannot be one of this name
     */
    static AtomicFile open(Path place) throws IOException {
        requireName(place);
        if (Files.isDirectory(place)) {
            throw new FileSystemException(place.toString(), null, "there is a folder of that name");
        }
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            // Moved onto /dev/null by a user who may, the file would take the place of the device for everybody.
            throw new FileSystemException(
                    place.toString(), null, "there is a device of that name; only a regular file can be replaced");
        }
        Path folder = Optional.ofNullable(place.toAbsolutePath().getParent()).orElse(place.toAbsolutePath());
        Path beside = createPrivate(TemporaryFiles.DRAFTS.in(folder));
        TemporaryFiles.DRAFTS.sweep(folder, Files.getLastModifiedTime(beside).toInstant());
        return new AtomicFile(place, beside);
    }

    /** The file that is moved there has a shorter name, so that this would only show in the end. */
    private static void requireName(Path place) throws IOException {
        try {
            Files.readAttributes(place, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            // Nothing of that name is there yet, and it can be asked for.
            return;
        }
    }

    /** Makes a file that only its owner can read and write, where there are such modes. */
    private static Path createPrivate(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }

    /** Writes a whole file. */
    static void write(Path place, String text) throws IOException {
        try (AtomicFile file = open(place)) {
            file.write(text);
        }
    }

    /** Puts another text into the place of a whole file, whose mode stays; a link is followed. */
    static void replace(Path place, String text) throws IOException {
        Path real = place.toRealPath();
        try (AtomicFile file = open(real)) {
            if (Files.getFileAttributeView(real, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(file.beside, Files.getPosixFilePermissions(real));
            }
            file.write(text);
        }
    }

    /** Writes the text and moves the file into its place. */
    void write(String text) throws IOException {
        Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(beside);
    }
}
