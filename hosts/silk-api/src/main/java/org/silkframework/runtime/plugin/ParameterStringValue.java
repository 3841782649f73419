package org.silkframework.runtime.plugin;

/** A text. */
public class ParameterStringValue implements SimpleParameterValue {

    private final String value;

    public ParameterStringValue(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    @Override
    public String strValue(PluginContext pluginContext) {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterStringValue that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "ParameterStringValue(" + value + ")";
    }
}
