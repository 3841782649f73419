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
        Optional<PluginFolder> folder = folder();
        if (folder.isEmpty()) {
            return List.of();
        }
        Path path = folder.get().path();
        try {
            if (named().isPresent() && !Files.exists(path)) {
                throw new IOException("there is none");
            }
            return folder.get().jars();
        } catch (IOException e) {
            throw CommandException.refused(
                    (named().isPresent() ? VARIABLE + " '" + path + "'" : path) + " is not a readable folder", e);
        }
    }

    /** The folder of plugins: the one that the environment names, or the one beside the launcher, if that is known. */
    Optional<PluginFolder> folder() {
        return named().map(Installation::path).or(world::plugins).map(PluginFolder::new);
    }

    /** The folder of plugins, to change it. */
    PluginFolder requiredFolder() {
        return folder().orElseThrow(
                        () -> CommandException.refused("no folder of plugins is known; name one with " + VARIABLE));
    }

    private Optional<String> named() {
        return world.environment().variable(VARIABLE).filter(value -> !value.isEmpty());
    }

    private static Path path(String named) {
        try {
            return Path.of(named);
        } catch (InvalidPathException e) {
            throw CommandException.refused(VARIABLE + " '" + named + "' is not a path: " + e.getReason(), e);
        }
    }
}
