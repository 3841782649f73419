package dev.tokenport.silk.run;

import org.silkframework.runtime.plugin.PluginContext;
import org.silkframework.runtime.users.User;
import org.silkframework.util.Identifier;
import scala.Option;

/**
 * For whom a task executes: nobody else gets what is kept for them. Immutable.
 *
 * @param project the project's id, empty if there is none
 * @param user the user's URI, empty if there is none
 */
record Owner(String project, String user) {

    static Owner of(PluginContext context) {
        Option<Identifier> project = context.projectId();
        Option<User> user = context.user().user();
        return new Owner(
                project.isDefined() ? project.get().toString() : "",
                user.isDefined() ? user.get().uri() : "");
    }
}
