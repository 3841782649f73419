package dev.tokenport.web.form;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterDescription.Mandatory;
import dev.tokenport.operator.ParameterList;
import java.util.stream.Collectors;

/**
 * When parameters must have a value. Immutable.
 *
 * @param known the values of the others, as far as they are known
 */
record Needs(KnownParameters known) {

    /**
     * When one must have a value.
     *
     * @param words when, in words; empty for never
     * @param now whether that is so as things are
     */
    record Need(String words, boolean now) {

        static final Need NONE = new Need("", false);
    }

    /**
     * When a parameter must have a value.
     *
     * @param siblings the parameters that its conditions are about
     * @param prefix what stands before their ids in addresses
     */
    Need of(ParameterList siblings, String prefix, ParameterDescription parameter) {
        if (parameter.mandatory() instanceof Mandatory.Always) {
            return new Need("", true);
        }
        if (parameter.mandatory() instanceof Mandatory.When when) {
            String words = when.conditions().stream()
                    .map(condition -> words(siblings, condition))
                    .collect(Collectors.joining(" and ", "required when ", ""));
            return new Need(
                    words,
                    when.conditions().stream().allMatch(condition -> holds(prefix + condition.parameter(), condition)));
        }
        return Need.NONE;
    }

    private boolean holds(String address, Mandatory.Condition condition) {
        return known.text(address).filter(condition.values()::contains).isPresent();
    }

    private static String words(ParameterList siblings, Mandatory.Condition condition) {
        String label = siblings.find(condition.parameter())
                .map(ParameterDescription::label)
                .orElse(condition.parameter());
        return label + " is "
                + condition.values().stream()
                        .map(value -> value.isEmpty() ? "empty" : value)
                        .collect(Collectors.joining(" or "));
    }
}
