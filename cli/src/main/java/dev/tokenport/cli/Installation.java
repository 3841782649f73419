package dev.tokenport.cli;

import dev.tokenport.operator.OperatorRegistry;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.jar.JarFile;

/** The operators that are installed: those of the class path, and those of the JARs in the folder of plugins. */
final class Installation {

    private static final String VARIABLE = "TOKENPORT_PLUGINS";

    private Installation() {}

    /** The operators; the loader of the plugins lives as long as the process. */
    static OperatorRegistry operators(World world) {
        List<Path> jars = plugins(world);
        ClassLoader loader = Installation.class.getClassLoader();
        if (!jars.isEmpty()) {
            loader = new URLClassLoader(
                    "plugins", jars.stream().map(Installation::url).toArray(URL[]::new), loader);
        }
        try {
            return OperatorRegistry.load(loader);
        } catch (ServiceConfigurationError | IllegalStateException | LinkageError e) {
            throw CommandException.refused("an operator cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static List<Path> plugins(World world) {
        Optional<String> named = world.environment().variable(VARIABLE).filter(v -> !v.isEmpty());
        Optional<Path> folder = named.map(Path::of).or(world::plugins);
        if (folder.isEmpty() || (named.isEmpty() && !Files.isDirectory(folder.get()))) {
            return List.of();
        }
        var jars = new ArrayList<Path>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.get(), "*.jar")) {
            files.forEach(jars::add);
        } catch (IOException e) {
            String name = named.isPresent()
                    ? VARIABLE + " '" + folder.get() + "'"
                    : folder.get().toString();
            throw CommandException.refused(name + " is not a readable folder", e);
        }
        jars.sort(null);
        jars.forEach(Installation::check);
        return jars;
    }

    private static void check(Path jar) {
        File file = jar.toFile();
        try (JarFile opened = new JarFile(file)) {
            opened.getManifest();
        } catch (IOException | SecurityException e) {
            throw CommandException.refused("the plugin " + jar + " is not a readable JAR: " + e.getMessage(), e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar.toString(), e);
        }
    }
}
