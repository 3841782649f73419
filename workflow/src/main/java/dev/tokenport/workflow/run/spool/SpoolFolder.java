package dev.tokenport.workflow.run.spool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder where entities are spooled. A file's name tells which process it belongs to (its number, and when it started,
 * as numbers are used again), so that those of dead processes can be swept. Thread-safe.
 */
public final class SpoolFolder {

    private static final Pattern NAME =
            Pattern.compile("tokenport-(?<space>[0-9]+)-(?<process>[0-9]+)-(?<start>[0-9]+)-[0-9a-f-]+\\.spool");

    private final Path folder;

    /** Spools in this folder, which is made when it is needed. */
    public SpoolFolder(Path folder) {
        this.folder = folder;
    }

    /** Deletes the files of processes that are no more; those that cannot be deleted stay. */
    public void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "tokenport-*.spool")) {
            for (Path file : files) {
                if (isStale(String.valueOf(file.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unimportant) {
            // What cannot be swept now is swept by a later run, or is somebody else's.
            return;
        }
    }

    private static boolean isStale(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || !matcher.group("space").equals(processSpace())) {
            return false;
        }
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(matcher.group("process")));
            return process.isEmpty()
                    || !process.get().isAlive()
                    || !start(process.get()).equals(matcher.group("start"));
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    /** A new file that only its owner can read and write. */
    Path newFile() throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, posix ? attributes("rwx------") : attributes());
        ProcessHandle process = ProcessHandle.current();
        String name = "tokenport-" + processSpace() + "-" + process.pid() + "-" + start(process) + "-"
                + UUID.randomUUID() + ".spool";
        return Files.createFile(folder.resolve(name), posix ? attributes("rw-------") : attributes());
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static String start(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .orElse(0L)
                .toString();
    }

    /** On Linux the number of the namespace that process numbers belong to: a container's mean nothing outside of it. */
    private static String processSpace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
                    .toString()
                    .replaceAll("[^0-9]", "");
        } catch (IOException | UnsupportedOperationException none) {
            return "0";
        }
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
