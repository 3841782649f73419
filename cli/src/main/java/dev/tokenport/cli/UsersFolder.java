package dev.tokenport.cli;

import dev.tokenport.secret.Environment;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Folders of the person who calls the command (XDG Base Directory), for nobody else. */
final class UsersFolder {

    private UsersFolder() {}

    /** Where settings are kept, empty if there is no home folder. */
    static Optional<Path> settings(Environment environment) {
        return named("XDG_CONFIG_HOME", Path.of(".config"), environment);
    }

    /** Where is kept what happened, empty if there is no home folder. */
    static Optional<Path> state(Environment environment) {
        return named("XDG_STATE_HOME", Path.of(".local", "state"), environment);
    }

    // A path that is not absolute is to be ignored.
    private static Optional<Path> named(String variable, Path inHome, Environment environment) {
        return variable(variable, environment)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .or(() ->
                        variable("HOME", environment).map(home -> Path.of(home).resolve(inHome)))
                .map(folder -> folder.resolve("tokenport"));
    }

    private static Optional<String> variable(String name, Environment environment) {
        return environment.variable(name).filter(value -> !value.isEmpty());
    }

    /**
     * Makes a folder that only its owner can look into, unless it is there already.
     *
     * @throws IOException if it cannot be made
     */
    static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownersOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectories(folder, ownersOnly);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(folder + " is not a folder", e);
        }
    }
}
