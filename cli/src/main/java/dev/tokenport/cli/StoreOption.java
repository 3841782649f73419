package dev.tokenport.cli;

import dev.tokenport.workflow.store.FolderStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The option that says where tasks on several machines hand over their entities. For one thread. */
final class StoreOption implements Arguments.Group {

    private static final String FILE = "file:";

    private final Arguments arguments = new Arguments();

    private final Given<@Nullable String> store = arguments.text(
            "--store",
            "file:FOLDER",
            "Where tasks hand over entities, and files with relative paths are: a folder that all workers"
                    + " share. Its path may differ between machines.");

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** Whether there is one. */
    boolean isGiven() {
        return store.value() != null;
    }

    /** What was given, or what a file says. */
    Optional<Chosen> chosen(EngineOptions engine) {
        return Chosen.option("--store", store.value()).or(() -> engine.inFile("store"));
    }

    /** The store. */
    Optional<FolderStore> store(EngineOptions engine) {
        return chosen(engine).map(StoreOption::folder);
    }

    private static FolderStore folder(Chosen chosen) {
        String text = chosen.text();
        if (!text.startsWith(FILE)) {
            throw CommandException.refused(chosen.name() + " '" + text + "' is not file:FOLDER");
        }
        Path folder = chosen.with(text.substring(FILE.length())).path();
        if (!Files.isDirectory(folder)) {
            throw CommandException.refused(chosen.name() + " '" + text + "': there is no such folder");
        }
        return new FolderStore(folder.toAbsolutePath());
    }
}
