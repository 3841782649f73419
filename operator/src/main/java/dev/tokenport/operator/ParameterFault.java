package dev.tokenport.operator;

/**
 * What is wrong with a parameter. Immutable.
 *
 * @param parameter its address: the id, {@code parent-child} for a nested one, {@code map.key} never
 * @param kind what kind of fault it is
 * @param message a whole sentence that begins with the parameter, its value (never of a secret) and the rule, such as
 *     {@code oauth_token_url 'htp://x' is not an http(s) URL}
 */
public record ParameterFault(String parameter, Kind kind, String message) {

    /** Kinds of faults. */
    public enum Kind {
        /** There is no parameter of this id; the message names the nearest. */
        UNKNOWN,
        /** A mandatory value is missing. */
        MISSING,
        /** A value breaks a rule. */
        INVALID
    }
}
