package dev.tokenport.cli.plugin;

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
 * A folder with parts of the product that most commands do without, such as engines: for each a folder of its name with its
 * JAR and the libraries that it brings. They are on nobody's class path; they are loaded as those of a plugin are, when the
 * part is asked for.
 *
 * @param path where it is; it need not exist
 * @param service what each part is found as, with ServiceLoader
 * @param noun what a part is called in messages
 */
public record ServiceFolder<T>(Path path, Class<T> service, String noun) {

    /** The names of the parts that are there. */
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
     * Loads a part, with a class loader of its own.
     *
     * @param name one of the {@link #names}
     * @param product the class loader of the product
     * @throws IOException if its folder cannot be read, or there is none in it
     */
    public T load(String name, ClassLoader product) throws IOException {
        var loader = new PluginLoader(noun + " " + name, new PluginFolder(path.resolve(name)).jars(), product);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Libraries ask the thread for a class loader.
        thread.setContextClassLoader(loader);
        try {
            return ServiceLoader.load(service, loader)
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no " + noun + " in " + path.resolve(name)));
        } catch (ServiceConfigurationError e) {
            loader.close();
            throw new IOException(
                    "the " + noun + " in " + path.resolve(name) + " cannot be loaded: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
