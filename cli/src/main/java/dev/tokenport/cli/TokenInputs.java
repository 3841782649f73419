package dev.tokenport.cli;

import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretSources;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values of {@link TokenInput}, from options, variables, files, commands and the keyboard. For one thread. */
final class TokenInputs {

    private final TokenOptions options;
    private final Environment environment;
    private final Optional<CmemLocation> location;
    private final TokenSecrets secrets;

    /**
     * Looks at what is given. Nothing is read or asked for yet.
     *
     * @param faults takes what is wrong, a text each
     */
    TokenInputs(TokenOptions options, World world, SecretSources sources, List<String> faults) {
        this.options = options;
        this.environment = world.environment();
        this.location = CmemLocation.of(environment);
        this.secrets = new TokenSecrets(world, sources);
        TokenInput.all().filter(TokenInput::secret).forEach(input -> secrets.add(input, input.given(options), faults));
    }

    /** The variables of the process. */
    Environment environment() {
        return environment;
    }

    /** The value of an input that is no secret, empty if there is none. */
    String text(TokenInput input) {
        return input.given(options)
                .or(() -> variable(input))
                .or(() -> derived(input).map(CmemLocation::tokenUrl))
                .orElse("");
    }

    /** The value of an input that is a secret. */
    Optional<Secret> secret(TokenInput input) {
        return secrets.of(input);
    }

    /** The variables that hold secrets, or lead to them. */
    Set<String> secretVariables() {
        return secrets.variables();
    }

    /** Where the value comes from, for people; empty if there is none. */
    Optional<String> origin(TokenInput input) {
        if (input.secret()) {
            return secrets.origin(input);
        }
        return input.given(options).map(given -> input.option()).or(() -> indirectOrigin(input));
    }

    /** The name of an input in a message: its option, with the variable where the value stands or might stand. */
    String name(TokenInput input) {
        if (input.given(options).isPresent()) {
            return input.option();
        }
        Optional<String> origin = input.secret() ? secrets.origin(input) : indirectOrigin(input);
        return origin.map(from -> input.option() + " (from " + from + ")")
                .orElse(input.option() + " (or the variable " + input.variable() + ")");
    }

    /**
     * Reads a secret now, and asks for it where that was wished.
     *
     * @return its text, not empty
     * @throws CommandException if there is none
     */
    String read(TokenInput input) {
        try {
            String text = secret(input).map(Secret::reveal).orElse("");
            if (text.isEmpty()) {
                throw CommandException.refused(input.option() + " is empty; it must have a value");
            }
            return text;
        } catch (SecretUnavailableException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw CommandException.interrupted("interrupted");
            }
            throw CommandException.refused(name(input) + ": " + e.getMessage(), e);
        }
    }

    private Optional<String> indirectOrigin(TokenInput input) {
        return variable(input)
                .map(value -> input.variable())
                .or(() -> derived(input).map(CmemLocation::origin));
    }

    private Optional<CmemLocation> derived(TokenInput input) {
        return input == TokenInput.TOKEN_URL ? location : Optional.empty();
    }

    // An empty variable is one that is not set: that is how a shell clears one for a single command.
    private Optional<String> variable(TokenInput input) {
        return environment.variable(input.variable()).filter(value -> !value.isEmpty());
    }
}
