package dev.tokenport.operator;

/** What a text is in JSON. */
public enum JsonType {
    /** A string: the text is its characters. */
    STRING,
    /** A number: the text is its digits as they were read. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** An array, an object or {@code null}: the text is JSON. */
    JSON
}
