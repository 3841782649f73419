package dev.tokenport.http;

import java.util.Objects;
import java.util.Optional;

/**
 * One step on the way to a server, as {@link ConnectionCheck} has gone it. No secret is in it. Immutable.
 *
 * @param name which one: {@code URL}, {@code proxy}, {@code DNS}, {@code TCP}, {@code tunnel}, {@code TLS} or {@code HTTP}
 * @param passed whether the next one could be gone
 * @param found what was found, or why it ends here; one line
 * @param advice what to change, one line; also where the step was passed, but will not be for long
 */
public record CheckedStep(String name, boolean passed, String found, Optional<String> advice) {

    /** Checks that nothing is missing. */
    public CheckedStep {
        Objects.requireNonNull(name);
        Objects.requireNonNull(found);
        Objects.requireNonNull(advice);
    }

    /** One line: {@code DNS: ok, idp.example.org is 192.0.2.1 (3 ms)}. */
    @Override
    public String toString() {
        return name + ": " + (passed ? "ok, " : "failed, ") + found;
    }
}
