package dev.tokenport.silk.run;

import java.nio.file.Path;
import org.silkframework.config.Prefixes;
import org.silkframework.runtime.activity.SimpleUserContext;
import org.silkframework.runtime.activity.UserContext;
import org.silkframework.runtime.activity.UserExecutionContext;
import org.silkframework.runtime.plugin.PluginContext;
import org.silkframework.runtime.resource.ResourceManager;
import org.silkframework.runtime.templating.TemplateVariablesReader;
import org.silkframework.runtime.users.SimpleUser;
import org.silkframework.runtime.users.User;
import org.silkframework.runtime.users.UserActions;
import org.silkframework.util.Identifier;
import scala.Option;
import scala.collection.immutable.HashMap;
import scala.collection.immutable.Set;
import scala.collection.immutable.Set$;

/**
 * Where a task of a test is executed. Immutable.
 *
 * @param project the project
 * @param name the user
 * @param files where the project's files are
 */
public record TestPlace(String project, String name, String files) implements PluginContext {

    public static TestPlace of(Path files) {
        return new TestPlace("shop", "urn:user:ada", files.toString());
    }

    public TestPlace inProject(String other) {
        return new TestPlace(other, name, files);
    }

    public TestPlace byUser(String other) {
        return new TestPlace(project, other, files);
    }

    public TestPlace withFiles(String other) {
        return new TestPlace(project, name, other);
    }

    @Override
    public Prefixes prefixes() {
        return new Prefixes(new HashMap<>());
    }

    @Override
    public ResourceManager resources() {
        return () -> files;
    }

    @Override
    public UserContext user() {
        Set<String> none = Set$.MODULE$.empty();
        User user = new SimpleUser(name, none, new UserActions(none, false));
        return new SimpleUserContext(
                name.isEmpty() ? Option.empty() : Option.apply(user), new UserExecutionContext(true));
    }

    @Override
    public Option<Identifier> projectId() {
        return project.isEmpty() ? Option.empty() : Option.apply(new Identifier(project));
    }

    @Override
    public TemplateVariablesReader templateVariables() {
        return new TemplateVariablesReader() {};
    }
}
