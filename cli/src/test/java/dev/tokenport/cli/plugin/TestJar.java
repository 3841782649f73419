package dev.tokenport.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.Transports;
import dev.tokenport.operator.Operator;
import dev.tokenport.secret.Secret;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A JAR made by a test: classes compiled from their sources, and whatever else belongs in it. For one thread. */
public final class TestJar {

    private static final String SERVICES = "META-INF/services/";

    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final List<Class<?>> libraries = new ArrayList<>(List.of(Operator.class, Secret.class, Transports.class));
    private final List<String> operators = new ArrayList<>();
    private final Manifest manifest = new Manifest();

    private TestJar() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** One with nothing in it. */
    public static TestJar empty() {
        return new TestJar();
    }

    /**
     * One with an operator.
     *
     * @param type its class, in the package {@code acme}
     * @param id its id
     * @param label a Java expression for its label
     */
    public static TestJar of(String type, String id, String label) {
        return empty().operator(type, id, label);
    }

    /** Adds an operator without parameters. */
    public TestJar operator(String type, String id, String label) {
        return operator(type, "OperatorDescription.of(\"" + id + "\", " + label + ", \"Does nothing.\")", "", "");
    }

    /**
     * Adds an operator.
     *
     * @param description a Java expression for its description
     * @param component the component of its parameters, possibly none
     * @param members further members of the class
     */
    public TestJar operator(String type, String description, String component, String members) {
        return source("acme." + type, """
                import dev.tokenport.operator.*;
                import java.util.*;

                public final class %s implements Operator<%s.Settings> {
                    public record Settings(%s) {}
                    %s
                    @Override public OperatorDescription description() { return %s; }
                    @Override public Class<Settings> parameters() { return Settings.class; }
                    @Override public Ports ports(KnownParameters known) {
                        return new Ports(new Ports.InputPorts.Exactly(List.of()), Optional.empty());
                    }
                    @Override public Output execute(Settings settings, Inputs inputs, RunContext context) {
                        return Output.none();
                    }
                }
                """.formatted(type, type, component, members, description))
                .operators("acme." + type);
    }

    /** Adds a class. */
    public TestJar source(String name, String text) {
        sources.put(name, "package " + name.substring(0, name.lastIndexOf('.')) + ";\n" + text);
        return this;
    }

    /** Names operators' classes in the JAR. */
    public TestJar operators(String... names) {
        operators.addAll(List.of(names));
        return service(Operator.class.getName(), operators.toArray(String[]::new));
    }

    /** Names providers of a service. */
    public TestJar service(String name, String... providers) {
        return entry(
                SERVICES + name,
                (String.join("\n", providers) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Adds an entry. */
    public TestJar entry(String name, byte[] content) {
        entries.put(name, content.clone());
        return this;
    }

    /** Adds copies of classes, as tools do that merge JARs into one. */
    public TestJar copies(Class<?>... types) throws IOException {
        for (Class<?> type : types) {
            String name = type.getName().replace('.', '/') + ".class";
            try (InputStream in = TestJar.class.getClassLoader().getResourceAsStream(name)) {
                assertThat(in).as(name).isNotNull();
                entry(name, in.readAllBytes());
            }
        }
        return this;
    }

    /** Compiles against the JARs of these classes, too. */
    public TestJar against(Class<?>... types) {
        libraries.addAll(List.of(types));
        return this;
    }

    /** Sets an attribute of the manifest. */
    public TestJar attribute(Attributes.Name name, String value) {
        manifest.getMainAttributes().put(name, value);
        return this;
    }

    /** Compiles and writes it, without the classes of these names. */
    public Path write(Path jar, String... without) throws IOException {
        Map<String, byte[]> all = new TreeMap<>(entries);
        compiled().forEach(all::putIfAbsent);
        Stream.of(without).forEach(name -> all.remove(name.replace('.', '/') + ".class"));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    /** The classes that its sources become, by entry. */
    public Map<String, byte[]> compiled() throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        if (sources.isEmpty()) {
            return found;
        }
        Path folder = Files.createTempDirectory(Path.of("target"), "test-jar-");
        compile(folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                found.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return found;
    }

    private void compile(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            String classPath = libraries.stream().map(TestJar::place).collect(Collectors.joining(File.pathSeparator));
            var options = List.of("--release", "17", "-proc:none", "-cp", classPath, "-d", folder.toString());
            boolean done = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(done).as(messages.toString()).isTrue();
        }
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
