package dev.tokenport.benchmarks.run;

import java.util.Locale;

/** What passes from task to task. */
enum Passing {
    /** Nothing: the tasks have neither input nor output. */
    NOTHING("after", StepOperator.ID),

    /** A few entities. */
    DATA("inputs", PassOperator.ID),

    /** The value of a parameter. */
    CONFIG("config", SettingOperator.ID);

    private final String key;
    private final String operator;

    Passing(String key, String operator) {
        this.key = key;
        this.operator = operator;
    }

    /** The key of its connections in a workflow file. */
    String key() {
        return key;
    }

    /** The operator of the tasks. */
    String operator() {
        return operator;
    }

    /** As in the ids of findings. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
