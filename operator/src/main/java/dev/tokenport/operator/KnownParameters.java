package dev.tokenport.operator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parameter values as far as they are known, in text form, defaults included; never a secret. Immutable.
 *
 * @param texts text by parameter id ({@code parent-child} for a nested one); what is missing is not known yet, or
 *     confidential
 * @param keys of each parameter that is written as a mapping, or has no value where one could be: the keys, which are
 *     known even where the values are confidential or not known yet
 */
public record KnownParameters(Map<String, String> texts, Map<String, List<String>> keys) {

    /** Copies the maps. */
    public KnownParameters {
        texts = Map.copyOf(texts);
        Map<String, List<String>> copies = new HashMap<>();
        keys.forEach((parameter, names) -> copies.put(parameter, List.copyOf(names)));
        keys = Map.copyOf(copies);
    }

    /** Texts only. */
    public KnownParameters(Map<String, String> texts) {
        this(texts, Map.of());
    }

    /** The text form of a parameter's value, its default if none was given (which may be empty). */
    public Optional<String> text(String parameter) {
        return Optional.ofNullable(texts.get(parameter));
    }

    /** The keys of a parameter that is written as a mapping; empty if they are not known. */
    public Optional<List<String>> keys(String parameter) {
        return Optional.ofNullable(keys.get(parameter));
    }
}
