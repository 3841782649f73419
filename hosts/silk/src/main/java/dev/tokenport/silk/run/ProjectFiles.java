package dev.tokenport.silk.run;

import dev.tokenport.silk.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a project. Whoever may write a project may read and write these, and no others of the server, unless the
 * administrator has set otherwise. Immutable.
 */
final class ProjectFiles {

    /** Names a file, although it is the id of a dataset for the plugin that had it first. */
    private static final String DATASET = "graphql_dataset";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

    private final Optional<Path> folder;
    private final boolean anywhere;

    private ProjectFiles(Optional<Path> folder, boolean anywhere) {
        this.folder = folder;
        this.anywhere = anywhere;
    }

    /**
     * The files under a path that Silk gives; a project whose files are kept elsewhere has none here.
     *
     * @param basePath what Silk calls the place of the files
     */
    static ProjectFiles in(String basePath, Settings settings) {
        return new ProjectFiles(folder(basePath), settings.filesAnywhere());
    }

    private static Optional<Path> folder(String basePath) {
        try {
            return Optional.of(Path.of(basePath)).filter(path -> path.isAbsolute() && Files.isDirectory(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Where relative paths start. Without a folder no parameter names a file, and nobody looks. */
    Path start() {
        return folder.orElseGet(() -> Path.of(""));
    }

    /** Whether a parameter names a file. */
    static boolean isFile(String parameter) {
        return parameter.equals("file") || parameter.endsWith("_file") || parameter.equals(DATASET);
    }

    /** What is wrong with the name of a file, a predicate. */
    Optional<String> fault(String parameter, String name) {
        if (parameter.equals(DATASET) && ID.matcher(name).matches()) {
            return Optional.of(
                    "is the id of a dataset; write the name of its file here, or leave this empty and connect the"
                            + " dataset to the output");
        }
        return fault(name);
    }

    private Optional<String> fault(String name) {
        try {
            Path fixed = Path.of(fixed(name));
            if (folder.isEmpty() && !(anywhere && fixed.isAbsolute())) {
                return Optional.of("is a file, but the files of this project are in no folder of the server");
            }
            boolean climbs = Stream.of(name.split("[/\\\\]", -1)).anyMatch(".."::equals);
            if (anywhere || (!fixed.isAbsolute() && !climbs && isInside(folder.orElseThrow(), fixed))) {
                return Optional.empty();
            }
            return Optional.of("leads out of the files of the project, which only " + Settings.ROOT
                    + ".filesAnywhere in the configuration of the server allows");
        } catch (InvalidPathException e) {
            return Optional.of("is not a path");
        } catch (IOException e) {
            return Optional.of("cannot be looked at: " + e.getMessage());
        }
    }

    /** Of a template the folder before its first value; what values lead to lies in it. */
    private static String fixed(String name) {
        int first = Stream.of("{{", "{%", "{#")
                .mapToInt(name::indexOf)
                .filter(i -> i >= 0)
                .min()
                .orElse(-1);
        return first < 0 ? name : name.substring(0, name.lastIndexOf('/', first) + 1);
    }

    /** Links are followed as far as there is anything. */
    private static boolean isInside(Path folder, Path relative) throws IOException {
        Path real = folder.toRealPath();
        Path path = real.resolve(relative).normalize();
        while (path != null && !Files.exists(path)) {
            path = path.getParent();
        }
        return path != null && path.toRealPath().startsWith(real);
    }
}
