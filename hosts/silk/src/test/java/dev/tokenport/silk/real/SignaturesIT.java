package dev.tokenport.silk.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkframework.config.CustomTask;

/** Whether the real Silk has the types that the plugin is compiled against, with the same signatures. */
final class SignaturesIT {

    /** Java wants to be told of it, Scala does not; a task overrides it anyway. */
    private static final String NARROWED = "org.silkframework.config.CustomTask: org.silkframework.config.CustomTask"
            + " withParameters(org.silkframework.runtime.plugin.ParameterValues, boolean,"
            + " org.silkframework.runtime.plugin.PluginContext)";

    /** Libraries, under names of their own. */
    private static final String SHADED = "dev.tokenport.silk.shaded.";

    @BeforeEach
    void silkIsThere() {
        SilkLibrary.assumeThere();
    }

    @Test
    void signatures_ofTheHost_areThoseOfTheRealOne() throws Exception {
        var missing = new ArrayList<String>();

        try (URLClassLoader silk = silk()) {
            for (String name : signatures()) {
                Class<?> ours = Class.forName(name, false, getClass().getClassLoader());
                if (Modifier.isPublic(ours.getModifiers())) {
                    missing.addAll(Signatures.missing(ours, Class.forName(name, false, silk)));
                }
            }
        }

        assertThat(missing).containsExactly(NARROWED);
    }

    @Test
    void sources_ofThePlugin_compileAgainstTheRealSilk(@TempDir Path folder) throws Exception {
        List<Path> sources = List.of(Path.of("src", "main", "java"), Path.of("target", "generated-sources", "silk"));
        List<String> ours = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("silk-api"))
                .toList();

        assertThat(SilkLibrary.compile(sources, ours, folder, List.of("-parameters")))
                .isEmpty();
    }

    @Test
    void classes_ofThePlugin_implementAllThatTheRealSilkCalls() throws Exception {
        var unimplemented = new ArrayList<String>();

        try (URLClassLoader silk = silk();
                URLClassLoader plugin = new URLClassLoader(urls(List.of(SilkLibrary.plugin())), silk)) {
            for (String name : classes(SilkLibrary.plugin(), "dev/tokenport/silk/")) {
                if (name.startsWith(SHADED)) {
                    continue;
                }
                Class<?> type = Class.forName(name, false, plugin);
                if (!Modifier.isAbstract(type.getModifiers())) {
                    Stream.of(type.getMethods())
                            .filter(method -> Modifier.isAbstract(method.getModifiers()))
                            .forEach(method -> unimplemented.add(name + ": " + method));
                }
            }
        }

        assertThat(unimplemented).isEmpty();
    }

    /** The names of the types of Silk that the build has in the place of a Silk. */
    private static List<String> signatures() throws IOException, URISyntaxException {
        Path place = Path.of(CustomTask.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (!Files.isDirectory(place)) {
            return classes(place, "org/silkframework/");
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.map(place::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class"))
                    .map(SignaturesIT::name)
                    .toList();
        }
    }

    private static List<String> classes(Path jar, String under) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(Object::toString)
                    .filter(name -> name.startsWith(under) && name.endsWith(".class"))
                    .map(SignaturesIT::name)
                    .toList();
        }
    }

    private static String name(String file) {
        return file.substring(0, file.length() - ".class".length())
                .replace('/', '.')
                .replace('\\', '.');
    }

    private static URLClassLoader silk() throws IOException {
        return new URLClassLoader(urls(SilkLibrary.jars()), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] urls(List<Path> files) throws IOException {
        var urls = new ArrayList<URL>();
        for (Path file : files) {
            urls.add(file.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
