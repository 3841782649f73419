package dev.tokenport.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code tokenport plugins}: what is in the folder of plugins; without a further word it lists them. */
final class PluginsCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final PluginList list = arguments.with(new PluginList());

    PluginsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Lists, adds and removes plugins: JARs with further operators. A plugin is code that runs with your"
                + " rights: add only what you trust.";
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
