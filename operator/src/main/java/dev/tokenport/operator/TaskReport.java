package dev.tokenport.operator;

/** What a task tells about itself while it executes. All texts are redacted on their way out. Thread-safe. */
public interface TaskReport {

    /** Something a person should look at, though the task goes on. One line. */
    void warning(String message);

    /**
     * A fact for the report, such as {@code expiry} and a time. A second call with the same name replaces the value.
     *
     * @param name in the operator's words, lower case
     * @param value one line
     */
    void fact(String name, String value);
}
