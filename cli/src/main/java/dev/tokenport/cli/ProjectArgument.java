package dev.tokenport.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Tells a CMEM project from a workflow file. */
final class ProjectArgument {

    private static final String ZIP = ".zip";

    private ProjectArgument() {}

    /** Whether a path names a zip or a folder; what is in it is not looked at. */
    static boolean is(Path file) {
        return Files.isDirectory(file) || hasZipName(file) || beginsAsZip(file);
    }

    private static boolean hasZipName(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ZIP);
    }

    private static boolean beginsAsZip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        } catch (IOException e) {
            // Whoever reads the file reports it.
            return false;
        }
    }

    /** A path beside the project and named after it. */
    static Path beside(Path project, String suffix) {
        String name = String.valueOf(
                Optional.ofNullable(project.toAbsolutePath().normalize().getFileName())
                        .orElse(Path.of("project")));
        String plain = hasZipName(project) ? name.substring(0, name.length() - ZIP.length()) : name;
        return project.resolveSibling(plain + suffix);
    }
}
