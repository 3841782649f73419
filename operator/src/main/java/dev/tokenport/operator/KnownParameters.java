package dev.tokenport.operator;

import java.util.Map;
import java.util.Optional;

/**
 * Parameter values as far as they are known, in text form, defaults included; never a secret. Immutable.
 *
 * @param texts text by parameter id ({@code parent-child} for a nested one); what is missing is not known yet
 */
public record KnownParameters(Map<String, String> texts) {

    /** Copies the map. */
    public KnownParameters {
        texts = Map.copyOf(texts);
    }

    /** The text form of a parameter's value, its default if none was given (which may be empty). */
    public Optional<String> text(String parameter) {
        return Optional.ofNullable(texts.get(parameter));
    }
}
