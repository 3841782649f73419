package dev.tokenport.silk.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The JAR that a Silk gets, as the build made it. Stateless. */
final class PluginJar {

    /** What the names of the libraries in it begin with. */
    static final String SHADED = "dev/tokenport/silk/shaded/";

    private PluginJar() {}

    /** Where it is. */
    static Path path() {
        return Path.of(System.getProperty("silk.plugin"));
    }

    /** Its files. */
    static List<JarEntry> files() throws IOException {
        try (JarFile jar = new JarFile(path().toFile())) {
            return jar.stream().filter(entry -> !entry.isDirectory()).toList();
        }
    }

    /** The names of its files. */
    static List<String> names() throws IOException {
        return files().stream().map(JarEntry::getName).toList();
    }

    /** The text of a file in it. */
    static String text(String name) {
        try (JarFile jar = new JarFile(path().toFile());
                InputStream in = jar.getInputStream(jar.getJarEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
