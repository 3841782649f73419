package dev.tokenport.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tokenport plugins}: what is in the folder of plugins; without a further word it lists them. */
@Command(
        description =
                "Lists, adds and removes plugins: JARs with further operators. A plugin is code that runs with your"
                        + " rights: add only what you trust.",
        synopsisSubcommandLabel = "[list|add|remove]",
        sortOptions = false)
final class PluginsCommand implements Subcommand.Action {

    private final Session session;

    @Mixin
    private PluginList list = new PluginList();

    PluginsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Map<String, Subcommand.Action> subcommands() {
        Map<String, Subcommand.Action> actions = new LinkedHashMap<>();
        actions.put("list", new PluginsListCommand(session));
        actions.put("add", new PluginsAddCommand(session));
        actions.put("remove", new PluginsRemoveCommand(session));
        return actions;
    }

    @Override
    public void run() {
        list.show(session);
    }
}
