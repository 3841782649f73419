package dev.tokenport.cli;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.secret.Secret;
import java.util.Optional;

/**
 * The key that the options of {@code tokenport token} name for a token to be bound to. For one thread.
 *
 * @param inputs the values that may come from variables
 * @param options the options as given
 */
record RequestedBinding(TokenInputs inputs, DpopOptions options) {

    /** What is wrong with the options; nothing is read. */
    Optional<String> fault() {
        boolean keyless = options.bind() && !options.passing && isMissing();
        return keyless && options.key.value() == null
                ? Optional.of("--dpop needs a key, --dpop-key or the variable " + TokenInput.DPOP_KEY.variable()
                        + ", without which the token would be of no use; with --verify one is made for the check")
                : Optional.empty();
    }

    /**
     * Reads the key now, or makes one; empty if the token is not bound.
     *
     * @throws CommandException if it is no such key
     */
    Optional<DpopKey> key(Session session) {
        if (!options.bind()) {
            return Optional.empty();
        }
        DpopKey key = isMissing() ? DpopKey.generate() : read(session);
        key.register(session.redactor());
        return Optional.of(key);
    }

    private boolean isMissing() {
        return inputs.secret(TokenInput.DPOP_KEY).isEmpty();
    }

    private DpopKey read(Session session) {
        String text = inputs.read(TokenInput.DPOP_KEY);
        session.redactor().add(text);
        try {
            return DpopKey.of(Secret.of(text));
        } catch (IllegalArgumentException e) {
            throw CommandException.refused(inputs.name(TokenInput.DPOP_KEY) + " " + e.getMessage(), e);
        }
    }
}
