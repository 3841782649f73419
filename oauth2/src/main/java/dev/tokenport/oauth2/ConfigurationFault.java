package dev.tokenport.oauth2;

import java.util.Objects;

/**
 * What is wrong with one option. Prints as one sentence, such as {@code client_id is missing}. Immutable.
 *
 * @param option the option at fault
 * @param problem what is wrong, to be put behind the option's name; no secret in it
 */
public record ConfigurationFault(TokenOption option, String problem) {

    /** Checks that both are there. */
    public ConfigurationFault {
        Objects.requireNonNull(option);
        Objects.requireNonNull(problem);
    }

    @Override
    public String toString() {
        return option + " " + problem;
    }
}
