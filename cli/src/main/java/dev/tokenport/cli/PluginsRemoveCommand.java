package dev.tokenport.cli;

import dev.tokenport.cli.plugin.PluginException;
import dev.tokenport.cli.plugin.PluginFolder;
import java.io.IOException;

/** {@code tokenport plugins remove}: deletes a JAR from the folder of plugins. */
final class PluginsRemoveCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final Given<String> name = arguments.argument("NAME", "The name of its file, with or without .jar.");

    PluginsRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Removes a plugin from the folder of plugins; of a link the link.";
    }

    @Override
    public void run() {
        PluginFolder folder = session.installation().requiredFolder();
        try {
            String removed = folder.remove(name.value());
            session.screen().answerLine(Words.oneLine(removed + ": removed from " + folder.path()));
        } catch (PluginException e) {
            throw CommandException.refused(Words.oneLine(e.reason()), e);
        } catch (IOException e) {
            throw CommandException.failed(
                    Words.oneLine("plugin '" + name.value() + "' cannot be removed from " + folder.path() + ": "
                            + WorkflowArgument.reason(e)),
                    e);
        }
    }
}
