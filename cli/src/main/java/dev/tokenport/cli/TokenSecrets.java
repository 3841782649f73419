package dev.tokenport.cli;

import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Reference;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretSources;
import dev.tokenport.secret.SecretStore;
import dev.tokenport.secret.SecretUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The secrets among the values of {@link TokenInput}: from options, commands, variables and the keyboard. A command that a
 * variable names comes before the variable with the secret itself, as in cmemc. For one thread.
 */
final class TokenSecrets {

    private static final String ASK = "-";
    private static final String PROCESS = "process:";
    private static final String ENCRYPTED = "encrypted:";
    private static final String ENVIRONMENT = "env:";

    private final Environment environment;
    private final SecretStore store;
    private final Consumer<String> listener;
    private final Keyboard keyboard;
    private final Map<TokenInput, Secret> secrets = new EnumMap<>(TokenInput.class);
    private final Map<TokenInput, String> origins = new EnumMap<>(TokenInput.class);
    private final Set<String> variables = new TreeSet<>();

    TokenSecrets(World world, SecretSources sources) {
        this.environment = world.environment();
        this.store = sources.store(Path.of(""));
        this.listener = sources.listener();
        this.keyboard = world.keyboard();
        TokenInput.all().filter(TokenInput::secret).forEach(input -> {
            variables.add(input.variable());
            variables.add(input.processVariable());
        });
    }

    /** Looks at what is given for an input; nothing is read or asked for yet. */
    void add(TokenInput input, Optional<String> given, List<String> faults) {
        if (given.isPresent()) {
            addGiven(input, given.get(), faults);
        } else if (isSet(input.processVariable())) {
            addProcess(input, faults);
        } else if (isSet(input.variable())) {
            put(input, store.secret(new Reference(Reference.Kind.ENV, input.variable())), input.variable());
        }
    }

    Optional<Secret> of(TokenInput input) {
        return Optional.ofNullable(secrets.get(input));
    }

    /** Where the secret comes from, for people; empty if there is none. */
    Optional<String> origin(TokenInput input) {
        return Optional.ofNullable(origins.get(input));
    }

    /** The variables that hold secrets, or lead to them. */
    Set<String> variables() {
        return Set.copyOf(variables);
    }

    private void addGiven(TokenInput input, String given, List<String> faults) {
        try {
            if (given.equals(ASK)) {
                put(input, asked(input), input.option() + " " + ASK);
                return;
            }
            Reference reference = Reference.parse(given);
            if (reference.kind() == Reference.Kind.ENV) {
                variables.add(given.substring(ENVIRONMENT.length()));
            }
            put(input, store.secret(reference), input.option() + " " + reference);
        } catch (IllegalArgumentException e) {
            origins.put(input, input.option() + " " + Secret.MASK);
            faults.add(
                    given.startsWith(PROCESS) || given.startsWith(ENCRYPTED)
                            ? input.option() + ": " + e.getMessage()
                            : input.option()
                                    + " takes env:NAME, file:PATH, process:COMMAND, encrypted:LITERAL or - and never the"
                                    + " secret itself, which every user of this machine could read in the list of"
                                    + " processes");
        }
    }

    private void addProcess(TokenInput input, List<String> faults) {
        String variable = input.processVariable();
        try {
            Reference process =
                    ProcessVariable.parse(environment.variable(variable).orElse(""));
            put(input, store.secret(process), variable);
        } catch (IllegalArgumentException e) {
            origins.put(input, variable);
            faults.add(input.option() + " (from " + variable + ") " + e.getMessage());
        }
    }

    private void put(TokenInput input, Secret secret, String origin) {
        secrets.put(input, told(secret));
        origins.put(input, origin);
    }

    /** The same; whatever reads it, it is known from then on. */
    private Secret told(Secret secret) {
        return Secret.from(secret.origin(), () -> {
            String text = secret.reveal();
            listener.accept(text);
            return text;
        });
    }

    private Secret asked(TokenInput input) {
        return Secret.from(ASK, new Secret.Source() {
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

    // An empty variable is one that is not set: that is how a shell clears one for a single command.
    private boolean isSet(String variable) {
        return environment.variable(variable).filter(value -> !value.isEmpty()).isPresent();
    }
}
