package dev.tokenport.cli;

import dev.tokenport.cli.plugin.Plugin;
import dev.tokenport.cli.plugin.PluginFolder;
import dev.tokenport.cli.plugin.Plugins;
import dev.tokenport.operator.OperatorRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;

/** What is installed: the operators of the class path, and those of the JARs in the folder of plugins. For one thread. */
final class Installation {

    private static final String VARIABLE = "TOKENPORT_PLUGINS";

    private final World world;
    private final Screen screen;
    private @Nullable OperatorRegistry operators;

    Installation(World world, Screen screen) {
        this.world = world;
        this.screen = screen;
    }

    /** The operators, loaded when they are first asked for; a plugin that is left out is named once. */
    OperatorRegistry operators() {
        if (operators == null) {
            operators = load();
        }
        return operators;
    }

    // Without plugins nothing is loaded that has to do with them: most runs have none, and each class costs time.
    private OperatorRegistry load() {
        List<Path> jars = jars();
        if (jars.isEmpty()) {
            return own();
        }
        Plugins plugins = product();
        for (Path jar : jars) {
            Plugin plugin = plugins.load(jar);
            plugin.fault()
                    .ifPresent(fault -> screen.say(
                            Words.oneLine("warning: the plugin " + plugin.file() + " was left out: " + fault)));
        }
        return plugins.operators();
    }

    /** The product without plugins. */
    Plugins product() {
        return new Plugins(own(), Installation.class.getClassLoader());
    }

    private static OperatorRegistry own() {
        try {
            return OperatorRegistry.load(Installation.class.getClassLoader());
        } catch (ServiceConfigurationError | IllegalStateException | LinkageError e) {
            throw CommandException.refused("an operator cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** The JARs in the folder of plugins; none if there is no folder, unless it was named. */
    List<Path> jars() {
        Optional<String> named = named();
        Optional<Path> path = path(named);
        if (path.isEmpty() || (named.isEmpty() && !Files.isDirectory(path.get()))) {
            return List.of();
        }
        try {
            return new PluginFolder(path.get()).jars();
        } catch (IOException e) {
            String name = named.isPresent()
                    ? VARIABLE + " '" + path.get() + "'"
                    : path.get().toString();
            throw CommandException.refused(name + " is not a readable folder", e);
        }
    }

    /** The folder of plugins: the one that the environment names, or the one beside the launcher, if that is known. */
    Optional<PluginFolder> folder() {
        return path(named()).map(PluginFolder::new);
    }

    /** The folder of plugins, to change it. */
    PluginFolder requiredFolder() {
        return folder().orElseThrow(
                        () -> CommandException.refused("no folder of plugins is known; name one with " + VARIABLE));
    }

    private Optional<String> named() {
        return world.environment().variable(VARIABLE).filter(value -> !value.isEmpty());
    }

    private Optional<Path> path(Optional<String> named) {
        try {
            return named.isPresent() ? Optional.of(Path.of(named.get())) : world.plugins();
        } catch (InvalidPathException e) {
            throw CommandException.refused(VARIABLE + " '" + e.getInput() + "' is not a path: " + e.getReason(), e);
        }
    }
}
