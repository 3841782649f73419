package dev.tokenport.cmem.archive;

import dev.tokenport.operator.file.TemporaryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The resources of a project in a folder. Immutable.
 *
 * @param folder where they are
 * @param unpacked how many were written there now
 * @param kept the files that were there before and differ from those of the project, sorted
 */
public record Resources(Path folder, int unpacked, List<String> kept) {

    /** The folder of the resources in a project. */
    private static final String PREFIX = "resources/";

    private static final int PIECE = 1 << 16;

    /** Copies the list. */
    public Resources {
        kept = List.copyOf(kept);
    }

    /** The names of a project's resources, sorted. */
    public static List<String> names(ProjectFiles files) {
        return files.below("resources").stream()
                .map(path -> path.substring(PREFIX.length()))
                .toList();
    }

    /**
     * Uses the resources of an unpacked project where they are.
     *
     * @param root the folder with {@code config.xml}
     */
    public static Resources inPlace(Path root) throws ProjectException {
        Path folder = root.resolve("resources");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ProjectException(folder + ": " + Reason.of(e), e);
        }
        return new Resources(folder, 0, List.of());
    }

    /**
     * Unpacks the resources. A file that is there already stays as it is: it may be the result of an earlier run. Everything
     * is unpacked beside the folder first, and moved into place when all of it could be read.
     *
     * @param folder where to; made if it does not exist
     * @throws InterruptedException if the thread is interrupted; then nothing has been unpacked
     */
    public static Resources unpack(ProjectFiles files, Path folder) throws ProjectException, InterruptedException {
        try {
            Path parent = folder.toAbsolutePath().normalize().getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new ProjectException(folder + ": the folder it is to stand in does not exist");
            }
            Path staging = Files.createDirectory(TemporaryFiles.DRAFTS.in(parent));
            TemporaryFiles.DRAFTS.sweep(
                    parent, Files.getLastModifiedTime(staging).toInstant());
            try {
                return unpack(files, folder, staging);
            } finally {
                delete(staging);
            }
        } catch (ProjectException e) {
            throw e;
        } catch (IOException e) {
            throw new ProjectException(folder + ": the resources cannot be unpacked: " + Reason.of(e), e);
        }
    }

    /**
     * Makes the folders that files written here are to stand in, as CMEM does when it writes one.
     *
     * @param written the names of the files
     */
    public void prepareFor(List<String> written) throws ProjectException {
        for (String name : written) {
            requireNoLink(folder, name);
            Path parent = folder.resolve(name).getParent();
            try {
                Files.createDirectories(parent == null ? folder : parent);
            } catch (IOException e) {
                throw new ProjectException(folder.resolve(name) + ": " + Reason.of(e), e);
            }
        }
    }

    private static Resources unpack(ProjectFiles files, Path folder, Path staging)
            throws IOException, InterruptedException {
        List<String> staged = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (String name : names(files)) {
            requireNoLink(folder, name);
            Path target = folder.resolve(name);
            if (Files.isDirectory(target)) {
                throw new ProjectException(target + ": there is a folder of that name");
            }
            if (!Files.exists(target)) {
                stage(files, name, staging);
                staged.add(name);
            } else if (!same(files, name, target)) {
                kept.add(name);
            }
        }
        Files.createDirectories(folder);
        for (String name : staged) {
            move(staging.resolve(name), folder.resolve(name));
        }
        return new Resources(folder, staged.size(), kept);
    }

    /** A link in the folder could lead out of it. */
    private static void requireNoLink(Path folder, String name) throws ProjectException {
        Path at = folder;
        for (Path part : Path.of(name)) {
            at = at.resolve(part);
            if (Files.isSymbolicLink(at)) {
                throw new ProjectException(at + ": this is a link; nothing is unpacked through links");
            }
        }
    }

    private static void stage(ProjectFiles files, String name, Path staging) throws IOException, InterruptedException {
        Path file = staging.resolve(name);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (InputStream in = files.stream(PREFIX + name);
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                requireGoingOn();
                out.write(piece, 0, count);
            }
        } catch (java.util.zip.ZipException e) {
            throw files.unreadable(PREFIX + name, e);
        }
    }

    private static void move(Path staged, Path target) throws IOException {
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            Files.move(staged, target);
        } catch (FileAlreadyExistsException e) {
            throw new ProjectException(target + ": it has come into being while the project was unpacked", e);
        }
    }

    private static void requireGoingOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("unpacking was interrupted");
        }
    }

    private static boolean same(ProjectFiles files, String name, Path target) throws IOException, InterruptedException {
        try (InputStream packed = files.stream(PREFIX + name);
                InputStream present = Files.newInputStream(target)) {
            byte[] one;
            do {
                requireGoingOn();
                one = packed.readNBytes(PIECE);
                if (!Arrays.equals(one, present.readNBytes(PIECE))) {
                    return false;
                }
            } while (one.length > 0);
            return true;
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(folder)) {
            deepestFirst = found.sorted(Comparator.reverseOrder())
                    .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
