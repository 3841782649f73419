package dev.tokenport.cli.plugin;

import dev.tokenport.operator.OperatorDescription;
import java.util.List;
import java.util.Optional;

/**
 * A JAR in the folder of plugins, and what came of it. Immutable.
 *
 * @param file the name of the file
 * @param version the {@code Implementation-Version} of its manifest
 * @param operators its operators, as far as it came to them
 * @param fault why it was left out; empty if it was loaded
 */
public record Plugin(
        String file, Optional<String> version, List<OperatorDescription> operators, Optional<String> fault) {

    /** Copies the list. */
    public Plugin {
        operators = List.copyOf(operators);
    }
}
