package dev.tokenport.silk;

import org.silkframework.config.Prefixes;
import org.silkframework.runtime.activity.SimpleUserContext;
import org.silkframework.runtime.activity.UserContext;
import org.silkframework.runtime.activity.UserExecutionContext;
import org.silkframework.runtime.plugin.PluginContext;
import org.silkframework.runtime.resource.ResourceManager;
import org.silkframework.runtime.templating.TemplateVariablesReader;
import org.silkframework.util.Identifier;
import scala.Option;

/** Where Silk makes a plugin that belongs to no project and no user. Immutable. */
final class NoProject implements PluginContext {

    @Override
    public Prefixes prefixes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ResourceManager resources() {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserContext user() {
        return new SimpleUserContext(Option.empty(), new UserExecutionContext(false));
    }

    @Override
    public Option<Identifier> projectId() {
        return Option.empty();
    }

    @Override
    public TemplateVariablesReader templateVariables() {
        throw new UnsupportedOperationException();
    }
}
