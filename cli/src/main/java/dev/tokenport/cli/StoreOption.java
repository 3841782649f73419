package dev.tokenport.cli;

import dev.tokenport.workflow.store.FolderStore;
import dev.tokenport.workflow.store.OctetStore;
import dev.tokenport.workflow.store.StoreKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The option that says where tasks on several machines hand over their entities. For one thread. */
final class StoreOption implements Arguments.Group {

    private static final String FILE = "file:";
    private static final String S3 = "s3:";

    private static final InstalledParts<StoreKind> PARTS =
            new InstalledParts<>(StoreKind.class, "store", "TOKENPORT_STORES");

    private final Arguments arguments = new Arguments();

    private final Given<@Nullable String> store = arguments.text(
            "--store",
            "PLACE",
            "Where tasks hand over entities: file:FOLDER, a folder that all workers share (its path may differ"
                    + " between machines), which has files with relative paths, too; or s3:BUCKET/PREFIX.");

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

    /** Whether there is one that has files with relative paths, too. */
    boolean hasFiles(EngineOptions engine) {
        return chosen(engine).filter(StoreOption::isFolder).isPresent();
    }

    /** The store in a folder, if it is in one. */
    Optional<FolderStore> folder(EngineOptions engine) {
        return chosen(engine).filter(StoreOption::isFolder).map(StoreOption::folder);
    }

    /** The store, which has not been reached yet. */
    Optional<OctetStore> store(World world, EngineOptions engine) {
        return chosen(engine).map(chosen -> isFolder(chosen) ? folder(chosen) : s3(world, chosen));
    }

    private static boolean isFolder(Chosen chosen) {
        String text = chosen.text();
        if (!text.startsWith(FILE) && !text.startsWith(S3)) {
            throw CommandException.refused(
                    chosen.name() + " '" + text + "' is neither file:FOLDER nor s3:BUCKET/PREFIX");
        }
        return text.startsWith(FILE);
    }

    private static FolderStore folder(Chosen chosen) {
        String text = chosen.text();
        Path folder = chosen.with(text.substring(FILE.length())).path();
        if (!Files.isDirectory(folder)) {
            throw CommandException.refused(chosen.name() + " '" + text + "': there is no such folder");
        }
        return new FolderStore(folder.toAbsolutePath());
    }

    private static OctetStore s3(World world, Chosen chosen) {
        String text = chosen.text();
        try {
            return PARTS.load(world, chosen.with("s3")).open(text.substring(S3.length()));
        } catch (IllegalArgumentException e) {
            throw CommandException.refused(chosen.name() + " '" + text + "': " + e.getMessage(), e);
        } catch (IOException e) {
            throw CommandException.failed(chosen.name() + " '" + text + "': " + e.getMessage(), e);
        }
    }
}
