package org.silkframework.entity;

/** The types there are. */
public class ValueType$ {

    public static final ValueType$ MODULE$ = new ValueType$();

    private final ValueType string = new ValueType() {};

    private ValueType$() {}

    public ValueType STRING() {
        return string;
    }
}
