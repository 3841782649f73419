package org.silkframework.config;

import org.silkframework.runtime.plugin.AnyPlugin;
import org.silkframework.runtime.plugin.ParameterValues;
import org.silkframework.runtime.plugin.PluginContext;

/** A task of a plugin. */
public interface CustomTask extends TaskSpec, AnyPlugin {

    // Java wants to be told what Scala knows from the order of the traits; classes override them anyway.
    @Override
    ParameterValues parameters(PluginContext pluginContext);

    @Override
    CustomTask withParameters(ParameterValues updatedParameters, boolean dropExistingValues, PluginContext context);

    @Override
    boolean withParameters$default$2();
}
