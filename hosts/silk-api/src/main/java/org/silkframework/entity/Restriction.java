package org.silkframework.entity;

/** Which entities are wanted. */
public class Restriction {

    private static final Restriction EMPTY = new Restriction();

    private Restriction() {}

    public static Restriction empty() {
        return EMPTY;
    }
}
