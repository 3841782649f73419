package dev.tokenport.cli.plugin;

import dev.tokenport.workflow.engine.Engine;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The folder with the engines: for each a folder of its name with its JAR and the libraries that it brings. They are on
 * nobody's class path; they are loaded as those of a plugin are, when the engine is asked for.
 *
 * @param path where it is; it need not exist
 */
public record EngineFolder(Path path) {

    /** The names of the engines that are there. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(path, Files::isDirectory)) {
                folders.forEach(folder -> names.add(String.valueOf(folder.getFileName())));
            } catch (IOException | DirectoryIteratorException e) {
                return List.of();
            }
        }
        names.sort(null);
        return names;
    }

    /**
     * Loads an engine.
     *
     * @param name one of the {@link #names}
     * @param product the class loader of the product
     * @throws IOException if its folder cannot be read, or there is no engine in it
     */
    public Engine load(String name, ClassLoader product) throws IOException {
        var loader = new PluginLoader("engine " + name, new PluginFolder(path.resolve(name)).jars(), product);
        // Libraries ask the thread for a class loader, also in threads that they start; this one is for the whole
        // process.
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return ServiceLoader.load(Engine.class, loader)
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no engine in " + path.resolve(name)));
        } catch (ServiceConfigurationError e) {
            loader.close();
            throw new IOException("the engine in " + path.resolve(name) + " cannot be loaded: " + e.getMessage(), e);
        }
    }
}
