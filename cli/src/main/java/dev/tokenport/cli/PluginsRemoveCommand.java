package dev.tokenport.cli;

import dev.tokenport.cli.plugin.PluginException;
import dev.tokenport.cli.plugin.PluginFolder;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tokenport plugins remove}: deletes a JAR from the folder of plugins. */
@Command(description = "Removes a plugin from the folder of plugins; of a link the link.", sortOptions = false)
final class PluginsRemoveCommand implements Subcommand.Action {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The name of its file, with or without .jar.")
    private String name = "";

    PluginsRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        PluginFolder folder = session.installation().requiredFolder();
        try {
            String removed = folder.remove(name);
            session.screen().answerLine(Words.oneLine(removed + ": removed from " + folder.path()));
        } catch (PluginException e) {
            throw CommandException.refused(Words.oneLine(e.reason()), e);
        } catch (IOException e) {
            throw CommandException.failed(
                    Words.oneLine("plugin '" + name + "' cannot be removed from " + folder.path() + ": "
                            + WorkflowArgument.reason(e)),
                    e);
        }
    }
}
