package dev.tokenport.cmem.archive;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The files of one project, read only. Paths start at the folder with {@code config.xml} and have {@code /} between their
 * names. For one thread.
 */
public abstract sealed class ProjectFiles implements Closeable permits ZipFiles, FolderFiles {

    /** The file that every project has. */
    static final String CONFIG = "config.xml";

    private final Path place;
    private final Limits limits;

    /** The files at a place. */
    ProjectFiles(Path place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    /**
     * Opens a zip, or an unpacked folder.
     *
     * @throws ProjectException if it is no project, or breaks a limit
     */
    public static ProjectFiles open(Path place, Limits limits) throws ProjectException {
        return Files.isDirectory(place) ? FolderFiles.in(place, limits) : ZipFiles.in(place, limits);
    }

    /** The zip or the folder, as the user named it. */
    public final Path place() {
        return place;
    }

    /** How a file is called in messages. */
    public abstract String name(String path);

    /** The paths of all files, sorted. */
    public abstract SortedSet<String> paths();

    /** The paths of the files below a folder, sorted. */
    public final List<String> below(String folder) {
        return paths().stream().filter(path -> path.startsWith(folder + "/")).toList();
    }

    /** Whether there is a file of this path. */
    public final boolean has(String path) {
        return paths().contains(path);
    }

    /** Opens a file. What is read counts towards the limit. */
    abstract InputStream stream(String path) throws IOException;

    /** The folder with {@code config.xml}, if the project is unpacked already. */
    public abstract Optional<Path> folder();

    /**
     * The bytes of an XML file.
     *
     * @throws ProjectException if it cannot be read, or is too large
     */
    public final byte[] xml(String path) throws ProjectException {
        try (InputStream in = stream(path)) {
            var bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
                if (bytes.size() > limits.xmlBytes()) {
                    throw new ProjectException(
                            name(path) + ": the file is larger than " + limits.xmlBytes() + " bytes");
                }
            }
            return bytes.toByteArray();
        } catch (ProjectException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** The exception for a file that cannot be read. */
    final ProjectException unreadable(String path, IOException e) {
        return new ProjectException(name(path) + ": it cannot be read: " + Reason.of(e), e);
    }

    /** The limits. */
    final Limits limits() {
        return limits;
    }

    /**
     * The prefix of the project's paths: empty if {@code config.xml} stands at the top, otherwise the folder it stands in.
     *
     * @param place what messages call it
     * @param configs the paths of all {@code config.xml} at the top or in one folder
     */
    static String prefix(Path place, List<String> configs) throws ProjectException {
        if (configs.contains(CONFIG)) {
            return "";
        }
        if (configs.isEmpty()) {
            throw new ProjectException(place
                    + ": this is no export of a CMEM project; there is no config.xml at the top or in one folder");
        }
        List<String> folders = configs.stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .toList();
        if (folders.size() > 1) {
            throw new ProjectException(place + ": this is an export of several projects, " + String.join(", ", folders)
                    + "; export one project");
        }
        return folders.get(0) + "/";
    }

    /** Whether a path names a {@code config.xml} at the top or in one folder. */
    static boolean isConfig(String path) {
        int slash = path.indexOf('/');
        return path.equals(CONFIG) || (slash > 0 && path.substring(slash + 1).equals(CONFIG));
    }
}
