package dev.tokenport.operator;

import java.util.List;

/** The type of a parameter. Each has one text form, the same in workflow files, on the command line and in config ports. */
public sealed interface ParameterType {

    /** One line of text. */
    record StringType() implements ParameterType {}

    /** Text of several lines; {@code mapping} says whether a workflow file may write it as a mapping. */
    record MultilineType(boolean mapping) implements ParameterType {}

    /** A secret. */
    record PasswordType() implements ParameterType {}

    /** A whole number. */
    record IntegerType() implements ParameterType {}

    /** {@code true} or {@code false}. */
    record BooleanType() implements ParameterType {}

    /** One of a few texts. */
    record EnumerationType(List<String> choices) implements ParameterType {

        /** Copies the list. */
        public EnumerationType {
            choices = List.copyOf(choices);
        }
    }

    /** A duration: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d} or ISO 8601 ({@code PT30S}). */
    record DurationType() implements ParameterType {}

    /** A URI (RFC 3986). */
    record UriType() implements ParameterType {}

    /** Keys and texts; as text, a JSON object. An entry is addressed {@code map-KEY}. */
    record MapType() implements ParameterType {}

    /** Nested parameters; addressed {@code parent-child}. */
    record NestedType(ParameterList parameters) implements ParameterType {}
}
