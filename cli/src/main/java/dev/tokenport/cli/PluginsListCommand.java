package dev.tokenport.cli;

/** {@code tokenport plugins list}: each JAR in the folder of plugins, and what came of it. */
final class PluginsListCommand implements Subcommand.Action {

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final PluginList list = arguments.with(new PluginList());

    PluginsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Lists the plugins: their operators, and why one was left out.";
    }

    @Override
    public void run() {
        list.show(session);
    }
}
