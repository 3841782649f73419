package dev.tokenport.web.history;

import dev.tokenport.operator.file.TemporaryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner can look into, where there are such modes. */
final class PrivateFiles {

    private PrivateFiles() {}

    /** Makes a folder, with those that it needs above it. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, only("rwx------"));
    }

    /** Writes a file, which appears whole or not at all. */
    static void write(Path place, String text) throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        Path beside = Files.createFile(TemporaryFiles.DRAFTS.in(folder == null ? place : folder), only("rw-------"));
        try {
            Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static FileAttribute<?>[] only(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
