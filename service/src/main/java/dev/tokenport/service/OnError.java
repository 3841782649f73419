package dev.tokenport.service;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Ports;
import java.util.Locale;

/** What happens to a task when one of its entities cannot be processed: the parameter {@code on_error}. */
public enum OnError {
    /** The task fails. */
    FAIL,
    /** The entity is given up, and the task goes on. */
    SKIP;

    private static final String PARAMETER = "on_error";

    /** The ports of a task that may give entities up: those without rejects, and one for rejects unless it fails instead. */
    public static Ports ports(Ports ports, KnownParameters known) {
        boolean fails = known.text(PARAMETER)
                .filter(FAIL.name().toLowerCase(Locale.ROOT)::equals)
                .isPresent();
        return fails ? ports : ports.withRejects();
    }
}
