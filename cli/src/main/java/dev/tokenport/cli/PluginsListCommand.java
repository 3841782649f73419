package dev.tokenport.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tokenport plugins list}: each JAR in the folder of plugins, and what came of it. */
@Command(description = "Lists the plugins: their operators, and why one was left out.", sortOptions = false)
final class PluginsListCommand implements Subcommand.Action {

    private final Session session;

    @Mixin
    private PluginList list = new PluginList();

    PluginsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        list.show(session);
    }
}
