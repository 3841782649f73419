package dev.tokenport.operator.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One kind of temporary files. Each has the process that it belongs to in its name; what a process has left that was killed
 * is so found and deleted by whoever comes next. Thread-safe.
 */
public final class TemporaryFiles {

    /** What is written beside the place that it takes when it is complete. */
    public static final TemporaryFiles DRAFTS = new TemporaryFiles(".tokenport-", ".tmp");

    /** What a run keeps for itself. */
    public static final TemporaryFiles SPOOLS = new TemporaryFiles("tokenport-", ".spool");

    /** How long nobody must have changed a file of a process of which nothing can be known. */
    static final Duration ABANDONED = Duration.ofDays(7);

    private final String prefix;
    private final String suffix;
    private final Pattern pattern;

    private TemporaryFiles(String prefix, String suffix) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.pattern = Pattern.compile(Pattern.quote(prefix)
                + "(?<machine>[0-9a-f]+)-(?<process>[0-9]{1,18})-(?<start>[0-9]{1,18})-[0-9a-f-]{36}"
                + Pattern.quote(suffix));
    }

    /** A path in this folder that nobody has used. Its length does not depend on what it is for. */
    public Path in(Path folder) {
        Owner owner = Owner.current();
        return folder.resolve(prefix + owner.machine() + "-" + owner.process() + "-" + owner.start() + "-"
                + UUID.randomUUID() + suffix);
    }

    /**
     * Deletes the files, and folders with all that is in them, of processes that are no more. If one belongs to another
     * machine or container, or to this machine before it was started again, it is deleted when nobody has changed it for a
     * week. What cannot be deleted stays.
     *
     * @param now the time by the clock of the folder's file system
     */
    public void sweep(Path folder, Instant now) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, prefix + "*" + suffix)) {
            for (Path file : files) {
                sweepOne(file, now);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException unimportant) {
            // What cannot be swept now is swept by whoever comes next, or is somebody else's.
            return;
        }
    }

    private void sweepOne(Path file, Instant now) {
        try {
            if (isStale(file, now)) {
                delete(file);
            }
        } catch (IOException unimportant) {
            // Another process may be sweeping it as well; or it stays.
            return;
        }
    }

    private boolean isStale(Path file, Instant now) throws IOException {
        Matcher name = pattern.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return false;
        }
        Owner owner = new Owner(
                name.group("machine"), Long.parseLong(name.group("process")), Long.parseLong(name.group("start")));
        if (owner.isHere()) {
            return owner.isGone();
        }
        Instant changed =
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        return Duration.between(changed, now).compareTo(ABANDONED) > 0;
    }

    private static void delete(Path file) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(file)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }
}
