package dev.tokenport.operator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A parameter as its annotation describes it. Immutable.
 *
 * @param id the id in workflow files and config ports
 * @param label the name for people
 * @param description Markdown
 * @param type its type
 * @param defaultValue the default in text form, empty for none
 * @param mandatory when it must have a value
 * @param advanced whether it is for the few
 * @param confidential whether its values are secret: a password, confidential text, a confidential map
 * @param template whether the text may be a template
 * @param httpUrl the rule for URLs that credentials or tokens are sent to
 */
public record ParameterDescription(
        String id,
        String label,
        String description,
        ParameterType type,
        String defaultValue,
        Mandatory mandatory,
        boolean advanced,
        boolean confidential,
        boolean template,
        Optional<HttpUrlRule> httpUrl) {

    /** The description of an entry of this map. */
    ParameterDescription entry(String key) {
        return new ParameterDescription(
                id + "-" + key,
                label + ": " + key,
                description,
                new ParameterType.StringType(),
                "",
                new Mandatory.Never(),
                advanced,
                confidential,
                template,
                Optional.empty());
    }

    /** When a parameter must have a value. */
    public sealed interface Mandatory {

        /** It may be empty. */
        record Never() implements Mandatory {}

        /** It must not be empty. */
        record Always() implements Mandatory {}

        /**
         * It must not be empty when other parameters have certain values.
         *
         * @param conditions what must hold, all of it; at least one
         */
        record When(List<Condition> conditions) implements Mandatory {

            /** Copies the list. */
            public When {
                conditions = List.copyOf(conditions);
            }

            /** In words: {@code how is one or two and url is empty}; each id with a prefix. */
            String words(String prefix) {
                return conditions.stream()
                        .map(condition -> prefix + condition.words())
                        .collect(Collectors.joining(" and "));
            }
        }

        /**
         * Another parameter has one of certain values.
         *
         * @param parameter the other parameter's id
         * @param values the values, at least one; an empty one stands for none
         */
        record Condition(String parameter, List<String> values) {

            /** Copies the list. */
            public Condition {
                values = List.copyOf(values);
            }

            private String words() {
                return parameter + " is "
                        + values.stream()
                                .map(value -> value.isEmpty() ? "empty" : value)
                                .collect(Collectors.joining(" or "));
            }
        }
    }

    /**
     * The rule of {@link HttpUrl}.
     *
     * @param insecureHttpParameter the boolean parameter that allows plain http to any host
     * @param onlyWith the parameter without which plain http to a far host is no fault, empty for always
     */
    public record HttpUrlRule(String insecureHttpParameter, String onlyWith) {}
}
