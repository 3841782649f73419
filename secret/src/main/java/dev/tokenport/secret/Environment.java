package dev.tokenport.secret;

import java.util.Map;
import java.util.Optional;

/** The environment variables of the process, or those a host or a test gives instead. Thread-safe. */
@FunctionalInterface
public interface Environment {

    /** The value of the variable, empty if it is not set. */
    Optional<String> variable(String name);

    /** An environment of fixed variables. */
    static Environment of(Map<String, String> variables) {
        Map<String, String> copy = Map.copyOf(variables);
        return name -> Optional.ofNullable(copy.get(name));
    }
}
