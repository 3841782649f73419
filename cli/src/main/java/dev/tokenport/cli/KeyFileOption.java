package dev.tokenport.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the key file. For one thread. */
final class KeyFileOption {

    static final String VARIABLE = "TOKENPORT_KEY_FILE";

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "The file with the keys of encrypted secrets, and of what an engine keeps (default: "
                    + VARIABLE + ").")
    private @Nullable String file;

    /** The file, if one is named. */
    Optional<Path> path(World world) {
        if (file != null) {
            return Optional.of(WorkflowArgument.path("--key-file", file));
        }
        return world.environment()
                .variable(VARIABLE)
                .filter(value -> !value.isEmpty())
                .map(value -> WorkflowArgument.path(VARIABLE, value));
    }
}
