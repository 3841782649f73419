package org.silkframework.runtime.plugin;

/** A value that is a text. */
public interface SimpleParameterValue extends ParameterValue {

    String strValue(PluginContext pluginContext);
}
