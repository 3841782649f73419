package dev.tokenport.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The option that names the key file. For one thread. */
final class KeyFileOption implements Arguments.Group {

    static final String VARIABLE = "TOKENPORT_KEY_FILE";

    private final Arguments arguments = new Arguments();

    private final Given<@Nullable String> file = arguments.text(
            "--key-file",
            "FILE",
            "The file with the keys of encrypted secrets, and of what an engine keeps (default: " + VARIABLE + ").");

    private Optional<Path> otherwise = Optional.empty();

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** Names the file that counts if neither the option nor the variable names one. */
    void otherwise(Optional<Path> named) {
        otherwise = named;
    }

    /** The file, if one is named. */
    Optional<Path> path(World world) {
        if (file.value() != null) {
            return Optional.of(WorkflowArgument.path("--key-file", file.value()));
        }
        return world.environment()
                .variable(VARIABLE)
                .filter(value -> !value.isEmpty())
                .map(value -> WorkflowArgument.path(VARIABLE, value))
                .or(() -> otherwise);
    }
}
