package dev.tokenport.service.file;

import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.file.TemporaryFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The replacements of files in a run. The first one in a folder deletes what a process has left there that was killed while
 * it was writing. Thread-safe.
 */
public final class Replacements {

    private final Set<Path> swept = ConcurrentHashMap.newKeySet();

    Replacements() {}

    /** Those of this run. */
    public static Replacements of(RunContext context) {
        return context.shared(Replacements.class, Replacements::new);
    }

    /**
     * A replacement of {@code file}; of what it leads to, if it is a symbolic link.
     *
     * @throws FileFault if it has no folder, is no regular file, or may not be written
     * @throws IOException if nothing can be written beside it
     */
    public Replacement replace(Path file) throws FileFault, IOException {
        Replacement begun = Replacement.of(file);
        if (swept.add(begun.folder())) {
            TemporaryFiles.DRAFTS.sweep(begun.folder(), begun.begun());
        }
        return begun;
    }
}
