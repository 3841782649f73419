package dev.tokenport.workflow.edit;

import dev.tokenport.operator.Nearest;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType.NestedType;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Under which keys secrets stand, where no operator says so. Immutable. */
final class ConfidentialNames {

    private static final Pattern SUSPICIOUS = Pattern.compile(
            "secret|passw|pwd|token|credential|assertion|api_?key|private_?key|cookie|authorization",
            Pattern.CASE_INSENSITIVE);

    /** Keys of workflow files; that an operator has a parameter of this name says nothing. */
    private static final Set<String> KEYS =
            Set.of("workflow", "tasks", "operator", "label", "queue", "inputs", "config", "after", "parameters");

    /** Headers that say what kind of text is meant. */
    private static final Set<String> HARMLESS =
            Set.of("accept", "accept-language", "accept-encoding", "content-type", "user-agent", "prefer");

    private final Set<String> confidential = new HashSet<>();
    private final Set<String> plain = new HashSet<>();

    ConfidentialNames(OperatorRegistry operators) {
        for (Operator<?> operator : operators.operators()) {
            add(ParameterList.of(operator.parameters()));
        }
        confidential.removeAll(KEYS);
    }

    private void add(ParameterList parameters) {
        for (ParameterDescription parameter : parameters.descriptions()) {
            (parameter.confidential() ? confidential : plain).add(parameter.id());
            if (parameter.type() instanceof NestedType nested) {
                add(nested.parameters());
            }
        }
    }

    /** Whether a secret may stand under a key that is not known where it stands: a misspelt one, or one of another task. */
    boolean suspects(String key) {
        String last = key.substring(key.lastIndexOf('-') + 1);
        if (confidential.contains(key) || confidential.contains(last)) {
            return true;
        }
        return !plain.contains(key)
                && !KEYS.contains(key)
                && (SUSPICIOUS.matcher(key).find()
                        || Nearest.to(key, confidential).isPresent());
    }

    /** Whether the value of a map's key is no secret, though the map may hold some. */
    static boolean isHarmless(String key) {
        return HARMLESS.contains(key.toLowerCase(Locale.ROOT));
    }
}
