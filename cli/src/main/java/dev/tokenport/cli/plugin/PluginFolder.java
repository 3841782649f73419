package dev.tokenport.cli.plugin;

import dev.tokenport.operator.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folder whose JARs are plugins.
 *
 * @param path where it is; it need not exist
 */
public record PluginFolder(Path path) {

    private static final String SUFFIX = ".jar";

    /**
     * The files that are to be plugins, by name: the order in which they are loaded.
     *
     * @throws IOException if there is no such folder, or it cannot be read
     */
    public List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + SUFFIX)) {
            files.forEach(jars::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        jars.sort(null);
        return jars;
    }

    /**
     * Copies a file into the folder, which is made if it is missing. The copy is loaded first, after all other plugins, and
     * appears under its name only if nothing is wrong with it; no code of it is executed but what loading executes.
     *
     * @param file the JAR; its name is the plugin's
     * @param mode whether it may replace a plugin of the same name
     * @param plugins the product without plugins; those of the folder are loaded into it
     * @throws PluginException if it would be left out, or is there already; the folder is as it was
     * @throws IOException if the folder cannot be read or written
     */
    public Plugin add(Path file, Mode mode, Plugins plugins) throws PluginException, IOException {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(SUFFIX)) {
            throw new PluginException("its name does not end with " + SUFFIX);
        }
        PluginJar.read(file);
        Path place = path.resolve(name);
        if (mode == Mode.NEW && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new PluginException("there is a plugin of that name in " + path + "; --replace replaces it");
        }
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new PluginException("there is a folder of that name in " + path);
        }
        for (Path other : present()) {
            if (!place.equals(other)) {
                plugins.load(other);
            }
        }
        List<Path> missing = missing();
        Files.createDirectories(path);
        try {
            return place(file, place, plugins);
        } catch (PluginException | IOException e) {
            for (Path folder : missing) {
                Files.delete(folder);
            }
            throw e;
        }
    }

    /** Whether a file may take the place of another. */
    public enum Mode {
        /** There must be none of that name. */
        NEW,
        /** There may be one of that name. */
        REPLACE
    }

    private List<Path> present() throws IOException {
        return Files.exists(path) ? jars() : List.of();
    }

    /** The folders that are to be made, the innermost first. */
    private List<Path> missing() {
        List<Path> missing = new ArrayList<>();
        @Nullable Path folder = path.toAbsolutePath();
        while (folder != null && !Files.exists(folder)) {
            missing.add(folder);
            folder = folder.getParent();
        }
        return missing;
    }

    // The copy is what is loaded, in the folder where it will be: what is checked is what is added.
    private Plugin place(Path file, Path place, Plugins plugins) throws PluginException, IOException {
        Path copy = path.resolve(".tokenport-" + UUID.randomUUID() + ".tmp");
        try {
            copy(file, copy);
            Plugin plugin = plugins.load(copy, String.valueOf(place.getFileName()));
            if (plugin.fault().isPresent()) {
                throw new PluginException(plugin.fault().get());
            }
            Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE);
            return plugin;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    // Not Files.copy, which keeps the mode: a plugin is for whoever uses the installation, as the user's umask has it.
    private static void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.transferTo(out);
        }
    }

    /**
     * Removes a plugin; of a link the link. Nothing is loaded.
     *
     * @param name the name of its file, with or without {@code .jar}
     * @return the name of the file
     * @throws PluginException if there is none of that name, naming the nearest
     * @throws IOException if the folder cannot be read or written
     */
    public String remove(String name) throws PluginException, IOException {
        List<Path> jars = present();
        Path jar = named(name, jars).or(() -> named(name + SUFFIX, jars)).orElseThrow(() -> unknown(name, jars));
        if (Files.isDirectory(jar, LinkOption.NOFOLLOW_LINKS)) {
            throw new PluginException("'" + name + "' is a folder in " + path + ", not a plugin");
        }
        Files.delete(jar);
        return String.valueOf(jar.getFileName());
    }

    private static Optional<Path> named(String name, List<Path> jars) {
        return jars.stream()
                .filter(jar -> String.valueOf(jar.getFileName()).equals(name))
                .findFirst();
    }

    private PluginException unknown(String name, List<Path> jars) {
        List<String> names =
                jars.stream().map(jar -> String.valueOf(jar.getFileName())).toList();
        List<String> stems = names.stream()
                .map(file -> name.endsWith(SUFFIX) ? file : file.substring(0, file.length() - SUFFIX.length()))
                .toList();
        return new PluginException("there is no plugin '" + name + "' in " + path
                + Nearest.hint(name, stems, names.isEmpty() ? "" : "; there are " + String.join(", ", names)));
    }
}
