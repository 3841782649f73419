package org.silkframework.runtime.plugin;

/** What a plugin is called, and how one is made. */
public interface PluginDescription<T> {

    ParameterValues parameterValues(AnyPlugin plugin, PluginContext pluginContext);

    T apply(ParameterValues parameterValues, boolean ignoreNonExistingParameters, PluginContext context);
}
