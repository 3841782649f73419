package dev.tokenport.cli;

import dev.tokenport.secret.Environment;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The name of a program, looked up as {@code execvp} does, so that what is wrong with it can be told beforehand. */
final class ProgramName {

    private ProgramName() {}

    /**
     * Checks that there is such a program.
     *
     * @throws CommandException with the exit code 127 if there is none, with 126 if it cannot be executed
     */
    static void require(String name, Environment environment) {
        Optional<Path> found;
        try {
            found = name.contains("/") ? existing(Path.of(name)) : onPath(name, environment);
        } catch (InvalidPathException e) {
            found = Optional.empty();
        }
        if (found.isEmpty()) {
            throw CommandException.of(
                    ExitCode.NOT_FOUND,
                    "there is no program '" + name + "'" + (name.contains("/") ? "" : " on the PATH"));
        }
        if (!isProgram(found.get())) {
            throw CommandException.of(
                    ExitCode.NOT_EXECUTABLE,
                    "'" + found.get() + "' " + (Files.isDirectory(found.get()) ? "is a folder" : "is not executable"));
        }
    }

    private static Optional<Path> onPath(String name, Environment environment) {
        Optional<Path> notExecutable = Optional.empty();
        String folders = environment.variable("PATH").orElse("/usr/bin:/bin");
        for (String folder : name.isEmpty() ? new String[0] : folders.split(":", -1)) {
            Optional<Path> candidate =
                    existing(Path.of(folder.isEmpty() ? "." : folder, name)).filter(file -> !Files.isDirectory(file));
            if (candidate.filter(ProgramName::isProgram).isPresent()) {
                return candidate;
            }
            notExecutable = notExecutable.or(() -> candidate);
        }
        return notExecutable;
    }

    private static Optional<Path> existing(Path file) {
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    private static boolean isProgram(Path file) {
        return !Files.isDirectory(file) && Files.isExecutable(file);
    }
}
