package dev.tokenport.operator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a parameter. Immutable.
 *
 * @param parameter its address: the id, {@code parent-child} for a nested one, {@code map.key} never
 * @param kind what kind of fault it is
 * @param message a whole sentence that begins with the parameter, its value (never of a secret) and the rule, such as
 *     {@code oauth_token_url 'htp://x' is not an http(s) URL}
 */
public record ParameterFault(String parameter, Kind kind, String message) {

    private static final Pattern ID = Pattern.compile("\\w*+(-\\w++)*+");

    /** A value that breaks a rule; the parameter is the one that the message begins with. */
    public static ParameterFault invalid(String message) {
        Matcher id = ID.matcher(message);
        return new ParameterFault(id.lookingAt() ? id.group() : "", Kind.INVALID, message);
    }

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
