package org.silkframework.config;

import org.silkframework.runtime.plugin.ParameterValues;
import org.silkframework.runtime.plugin.PluginContext;
import scala.Option;

/** What a task does. */
public interface TaskSpec {

    InputPorts inputPorts();

    Option<Port> outputPort();

    ParameterValues parameters(PluginContext pluginContext);

    TaskSpec withParameters(ParameterValues updatedParameters, boolean dropExistingValues, PluginContext context);

    default boolean withParameters$default$2() {
        return false;
    }
}
