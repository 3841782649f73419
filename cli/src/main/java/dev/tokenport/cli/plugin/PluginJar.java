package dev.tokenport.cli.plugin;

import dev.tokenport.operator.Operator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * A JAR that can be read: what it says of itself. No code of it has been executed.
 *
 * @param path the file
 * @param version the {@code Implementation-Version} of its manifest
 * @param classes the names of its operators' classes
 */
record PluginJar(Path path, Optional<String> version, List<String> classes) {

    /** Where a JAR names its operators. */
    private static final String ENTRY = "META-INF/services/" + Operator.class.getName();

    /**
     * Reads a JAR.
     *
     * @throws PluginException if it is none, or names no operator
     */
    static PluginJar read(Path path) throws PluginException {
        requireFile(path);
        try (JarFile jar = new JarFile(path.toFile())) {
            @Nullable ZipEntry services = jar.getEntry(ENTRY);
            if (services == null) {
                throw new PluginException("it has no " + ENTRY + ", so no operator; a library belongs into the JAR"
                        + " of the operator that needs it, or on the Class-Path of that JAR's manifest");
            }
            List<String> classes = names(jar, services);
            if (classes.isEmpty()) {
                throw new PluginException("its " + ENTRY + " names no class");
            }
            return new PluginJar(path, version(Optional.ofNullable(jar.getManifest())), classes);
        } catch (IOException | SecurityException | IllegalArgumentException e) {
            throw new PluginException("it is not a readable JAR: " + ForeignCode.message(e), e);
        }
    }

    // Opening a named pipe would wait for somebody to write to it.
    private static void requireFile(Path path) throws PluginException {
        if (Files.isDirectory(path)) {
            throw new PluginException("it is a folder");
        }
        if (!Files.exists(path)) {
            boolean link = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
            throw new PluginException(link ? "it is a link to nothing" : "there is no such file");
        }
        if (!Files.isRegularFile(path)) {
            throw new PluginException("it is not a regular file");
        }
        if (!Files.isReadable(path)) {
            throw new PluginException("access is denied");
        }
    }

    private static Optional<String> version(Optional<Manifest> manifest) {
        return manifest.map(found -> found.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                .map(String::strip)
                .filter(version -> !version.isEmpty());
    }

    // The format of java.util.ServiceLoader, whose own errors do not tell what is wrong with a class.
    private static List<String> names(JarFile jar, ZipEntry entry) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("#", 2)[0].strip())
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /**
     * Makes the operators. Those that the product has itself are not the plugin's, though a JAR into which much was merged
     * may name them, too.
     *
     * @throws PluginException if one cannot be made, or there is none
     */
    List<Operator<?>> operators(PluginLoader loader) throws PluginException {
        List<Operator<?>> operators = new ArrayList<>();
        for (String name : classes) {
            Class<?> type =
                    ForeignCode.call("its operator class " + name + " cannot be loaded", () -> type(name, loader));
            if (type.getClassLoader() == loader) {
                operators.add(ForeignCode.call("its operator class " + name + " cannot be made", () -> made(type)));
            }
        }
        if (operators.isEmpty()) {
            throw new PluginException("all operators it names are Tokenport's own: " + String.join(", ", classes));
        }
        return operators;
    }

    private static Class<?> type(String name, PluginLoader loader) throws PluginException {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            if (e.getCause() != null) {
                throw new PluginException(
                        "its operator class " + name + " cannot be read: " + ForeignCode.message(e.getCause()), e);
            }
            throw new PluginException("its operator class " + name + " is not in it", e);
        }
    }

    private static Operator<?> made(Class<?> type) throws Exception {
        if (!Operator.class.isAssignableFrom(type)) {
            throw new PluginException("its class " + type.getName() + " is not an operator");
        }
        try {
            return (Operator<?>) type.getConstructor().newInstance();
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new PluginException(
                    "its operator class " + type.getName()
                            + " is not a public class with a public constructor without parameters",
                    e);
        }
    }
}
