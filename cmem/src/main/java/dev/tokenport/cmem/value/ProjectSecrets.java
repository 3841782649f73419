package dev.tokenport.cmem.value;

import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Reference;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of a project, under names of environment variables. A workflow made of a project refers to them as {@code
 * ${env:CMEM_…}} and never holds one. For one thread; the environments it gives are thread-safe.
 */
public final class ProjectSecrets {

    /** What all names of passwords begin with, so that no project can make a workflow read another variable. */
    private static final String PASSWORD = "CMEM_PASSWORD_";

    private static final String VARIABLE = "CMEM_VARIABLE_";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * A secret.
     *
     * @param what what it is, for people
     * @param read reads it, given the key of CMEM's passwords
     */
    private record Entry(String what, Function<Keys, String> read) {}

    /** Notes a password parameter of a task, and gives the reference to it. */
    Reference password(String task, String parameter, EncryptedPassword password) {
        String name = free(PASSWORD + upper(task) + "_" + upper(parameter));
        String what = "the password '" + parameter + "' of task '" + task + "'";
        return add(
                name,
                what,
                keys -> password.decrypted(
                        keys.key(what + " is encrypted; set " + EncryptedPassword.KEY + ", or the password as " + name),
                        what));
    }

    /** Notes a password that the project has in the clear, and gives the reference to it. */
    public Reference clearPassword(String task, String parameter, String password) {
        String name = free(PASSWORD + upper(task) + "_" + upper(parameter));
        return add(name, "the password '" + parameter + "' of task '" + task + "'", keys -> password);
    }

    /** Notes a sensitive variable, and gives the reference to it. */
    Reference variable(String variable, String value) {
        String name = VARIABLE + upper(variable);
        String what = "the sensitive variable '" + variable + "'";
        return add(name, what, keys -> {
            if (value.isEmpty()) {
                throw new SecretUnavailableException(what + " has no value in the project; set " + name);
            }
            return value;
        });
    }

    private Reference add(String name, String what, Function<Keys, String> read) {
        entries.put(name, new Entry(what, read));
        return new Reference(Reference.Kind.ENV, name);
    }

    private String free(String wanted) {
        String name = wanted;
        for (int i = 2; entries.containsKey(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    private static String upper(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** What the secrets are, by name. */
    public Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        entries.forEach((name, entry) -> descriptions.put(name, entry.what()));
        return Collections.unmodifiableMap(descriptions);
    }

    /** Whether a reference leads to a secret of this project. */
    public boolean has(Reference reference) {
        return reference.kind() == Reference.Kind.ENV && entries.containsKey(reference.name());
    }

    /**
     * An environment that has the secrets, too. A variable that is set in the environment below takes the place of the
     * project's secret, so a project can be run without the key.
     */
    public Environment over(Environment environment) {
        Map<String, Entry> known = Map.copyOf(entries);
        var keys = new Keys(environment);
        return name -> environment
                .variable(name)
                .or(() -> Optional.ofNullable(known.get(name))
                        .map(entry -> entry.read().apply(keys)));
    }

    /** The key, made once. Thread-safe. */
    private static final class Keys {

        private final Environment environment;
        private Optional<SecretKeySpec> made = Optional.empty();

        Keys(Environment environment) {
            this.environment = environment;
        }

        synchronized SecretKeySpec key(String otherwise) {
            if (made.isEmpty()) {
                made = environment
                        .variable(EncryptedPassword.KEY)
                        .filter(key -> !key.isEmpty())
                        .map(EncryptedPassword::key);
            }
            return made.orElseThrow(() -> new SecretUnavailableException(otherwise));
        }
    }
}
