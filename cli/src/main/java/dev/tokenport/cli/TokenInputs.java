package dev.tokenport.cli;

import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Reference;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretStore;
import dev.tokenport.secret.SecretUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of {@link TokenInput}, from options, variables, files and the keyboard. For one thread. */
final class TokenInputs {

    private static final String ASK = "-";

    private final TokenOptions options;
    private final Environment environment;
    private final SecretStore store;
    private final Keyboard keyboard;
    private final Map<TokenInput, Secret> secrets = new EnumMap<>(TokenInput.class);

    /**
     * Looks at what is given. Nothing is read or asked for yet.
     *
     * @param faults takes what is wrong, a text each
     */
    TokenInputs(TokenOptions options, World world, List<String> faults) {
        this.options = options;
        this.environment = world.environment();
        this.store = new SecretStore(world.environment(), Path.of(""));
        this.keyboard = world.keyboard();
        TokenInput.all().filter(TokenInput::secret).forEach(input -> prepare(input, faults));
    }

    /** The value of an input that is no secret, empty if there is none. */
    String text(TokenInput input) {
        return input.given(options).or(() -> variable(input)).orElse("");
    }

    /** The value of an input that is a secret. */
    Optional<Secret> secret(TokenInput input) {
        return Optional.ofNullable(secrets.get(input));
    }

    /** Where the value comes from, for people; empty if there is none. */
    Optional<String> origin(TokenInput input) {
        return input.given(options)
                .map(given -> input.secret() ? input.option() + " " + secretOrigin(input) : input.option())
                .or(() -> variable(input).map(value -> input.variable()));
    }

    /** The name of an input in a message: its option, with the variable where the value stands or might stand. */
    String name(TokenInput input) {
        if (input.given(options).isPresent()) {
            return input.option();
        }
        return variable(input).isPresent()
                ? input.option() + " (from " + input.variable() + ")"
                : input.option() + " (or the variable " + input.variable() + ")";
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
            throw CommandException.refused(input.option() + ": " + e.getMessage(), e);
        }
    }

    private void prepare(TokenInput input, List<String> faults) {
        Optional<String> given = input.given(options);
        try {
            if (given.isEmpty()) {
                variable(input)
                        .ifPresent(v ->
                                secrets.put(input, store.secret(new Reference(Reference.Kind.ENV, input.variable()))));
            } else if (given.get().equals(ASK)) {
                secrets.put(input, asked(input));
            } else {
                secrets.put(input, store.secret(Reference.parse(given.get())));
            }
        } catch (IllegalArgumentException e) {
            faults.add(
                    input.option() + " takes env:NAME, file:PATH or - and never the secret itself, which every user of"
                            + " this machine could read in the list of processes");
        }
    }

    private Secret asked(TokenInput input) {
        return Secret.from("-", new Secret.Source() {
            private Optional<String> answer = Optional.empty();

            @Override
            public String read() {
                try {
                    answer = Optional.of(answer.isPresent() ? answer.get() : keyboard.secret(input.prompt()));
                    return answer.get();
                } catch (IOException e) {
                    throw new SecretUnavailableException(String.valueOf(e.getMessage()), e);
                }
            }
        });
    }

    private String secretOrigin(TokenInput input) {
        Secret secret = secrets.get(input);
        return secret == null ? Secret.MASK : secret.origin();
    }

    // An empty variable is one that is not set: that is how a shell clears one for a single command.
    private Optional<String> variable(TokenInput input) {
        return environment.variable(input.variable()).filter(value -> !value.isEmpty());
    }
}
