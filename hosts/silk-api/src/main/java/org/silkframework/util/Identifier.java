package org.silkframework.util;

/** The id of a task or project. */
public class Identifier {

    private final String name;

    public Identifier(String name) {
        this.name = name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identifier that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
