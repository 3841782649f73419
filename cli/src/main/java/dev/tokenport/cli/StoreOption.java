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

    /** Whether there is one that has files with relative paths, too. */
    boolean hasFiles() {
        if (store.value() != null
                && !store.value().startsWith(FILE)
                && !store.value().startsWith(S3)) {
            throw CommandException.refused(
                    "--store '" + store.value() + "' is neither file:FOLDER nor s3:BUCKET/PREFIX");
        }
        return store.value() != null && store.value().startsWith(FILE);
    }

    /** The store, which has not been reached yet. */
    Optional<OctetStore> store(World world) {
        if (store.value() == null) {
            return Optional.empty();
        }
        return Optional.of(hasFiles() ? folder(store.value()) : s3(world, store.value()));
    }

    private static FolderStore folder(String text) {
        Path folder = WorkflowArgument.path("--store", text.substring(FILE.length()));
        if (!Files.isDirectory(folder)) {
            throw CommandException.refused("--store '" + text + "': there is no such folder");
        }
        return new FolderStore(folder.toAbsolutePath());
    }

    private static OctetStore s3(World world, String text) {
        try {
            return PARTS.load(world, "s3").open(text.substring(S3.length()));
        } catch (IllegalArgumentException e) {
            throw CommandException.refused("--store '" + text + "': " + e.getMessage(), e);
        } catch (IOException e) {
            throw CommandException.failed("--store '" + text + "': " + e.getMessage(), e);
        }
    }
}
