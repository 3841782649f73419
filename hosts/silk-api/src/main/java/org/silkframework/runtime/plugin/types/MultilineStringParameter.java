package org.silkframework.runtime.plugin.types;

/** Text of several lines. */
public class MultilineStringParameter {

    private final String str;

    public MultilineStringParameter(String str) {
        this.str = str;
    }

    public String str() {
        return str;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MultilineStringParameter that && str.equals(that.str);
    }

    @Override
    public int hashCode() {
        return str.hashCode();
    }

    @Override
    public String toString() {
        return str;
    }
}
