package dev.tokenport.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A file for inputs of readers that take a path; one per target, in a folder of its own under the build's. Thread-safe. */
public final class ScratchFile {

    private final Path path;

    private ScratchFile(Path path) {
        this.path = path;
    }

    /** A file of this name. */
    public static ScratchFile named(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "scratch"));
            return new ScratchFile(Files.createTempDirectory(folder, "fuzz").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path of the file. */
    public Path path() {
        return path;
    }

    /** The folder it stands in, alone. */
    public Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent());
    }

    /** Replaces its content. */
    public void write(byte[] content) throws IOException {
        Files.write(path, content);
    }
}
