package dev.tokenport.cli;

import dev.tokenport.cli.plugin.Plugin;
import dev.tokenport.cli.plugin.PluginException;
import dev.tokenport.cli.plugin.PluginFolder;
import dev.tokenport.cli.plugin.PluginFolder.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** {@code tokenport plugins add}: puts a JAR into the folder of plugins if it would be loaded there. */
final class PluginsAddCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final Given<String> file = arguments.argument("FILE", "The JAR.");

    private final Given<Boolean> replace = arguments.flag("--replace", "Replace the plugin of the same file name.");

    PluginsAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Copies a JAR into the folder of plugins, which is made if it is missing. One that would be left out"
                + " is refused, and nothing changes.";
    }

    @Override
    public void run() {
        Path jar = WorkflowArgument.path("FILE", file.value());
        Installation installation = session.installation();
        PluginFolder folder = installation.requiredFolder();
        Mode mode = replace.value() ? Mode.REPLACE : Mode.NEW;
        try {
            Plugin plugin = folder.add(jar, mode, installation.product());
            session.screen().answerLine(Words.oneLine(line(plugin, folder)));
        } catch (PluginException e) {
            throw CommandException.refused(Words.oneLine(file.value() + " was not added: " + e.reason()), e);
        } catch (IOException e) {
            throw CommandException.failed(
                    Words.oneLine(
                            file.value() + " cannot be added to " + folder.path() + ": " + WorkflowArgument.reason(e)),
                    e);
        }
    }

    private static String line(Plugin plugin, PluginFolder folder) {
        return plugin.file() + ": added to " + folder.path() + ", with "
                + plugin.operators().stream()
                        .map(operator -> operator.shortId() + " (" + operator.label() + ")")
                        .collect(Collectors.joining(", "));
    }
}
