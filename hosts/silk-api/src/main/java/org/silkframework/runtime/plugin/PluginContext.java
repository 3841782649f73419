package org.silkframework.runtime.plugin;

import org.silkframework.config.Prefixes;
import org.silkframework.runtime.activity.UserContext;
import org.silkframework.runtime.resource.ResourceManager;
import org.silkframework.runtime.templating.TemplateVariablesReader;
import org.silkframework.util.Identifier;
import scala.Option;

/** Where a plugin is made and executed. */
public interface PluginContext {

    Prefixes prefixes();

    ResourceManager resources();

    UserContext user();

    Option<Identifier> projectId();

    TemplateVariablesReader templateVariables();
}
