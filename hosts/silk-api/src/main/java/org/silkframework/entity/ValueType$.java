package org.silkframework.entity;

/** The types there are. */
public class ValueType$ {

    public static final ValueType$ MODULE$ = new ValueType$();

    private final ValueType string = new ValueType() {};
    private final ValueType integer = new ValueType() {};
    private final ValueType ofInt = new ValueType() {};
    private final ValueType ofLong = new ValueType() {};
    private final ValueType ofFloat = new ValueType() {};
    private final ValueType ofDouble = new ValueType() {};
    private final ValueType decimal = new ValueType() {};
    private final ValueType ofBoolean = new ValueType() {};

    private ValueType$() {}

    public ValueType STRING() {
        return string;
    }

    public ValueType INTEGER() {
        return integer;
    }

    public ValueType INT() {
        return ofInt;
    }

    public ValueType LONG() {
        return ofLong;
    }

    public ValueType FLOAT() {
        return ofFloat;
    }

    public ValueType DOUBLE() {
        return ofDouble;
    }

    public ValueType DECIMAL() {
        return decimal;
    }

    public ValueType BOOLEAN() {
        return ofBoolean;
    }
}
