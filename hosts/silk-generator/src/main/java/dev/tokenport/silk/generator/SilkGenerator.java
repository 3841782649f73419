package dev.tokenport.silk.generator;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorPage;
import dev.tokenport.operator.OperatorRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The step of the build that writes the sources and documents by which Silk knows operators. For one thread. */
public final class SilkGenerator {

    private static final String FOLDER = TaskSource.PACKAGE.replace('.', '/');

    private final Path sources;
    private final Path resources;

    private SilkGenerator(Path sources, Path resources) {
        this.sources = sources;
        this.resources = resources;
    }

    /**
     * Generates.
     *
     * @param arguments the folder for sources, the folder for resources, and ids or aliases of operators
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        var generator = new SilkGenerator(Path.of(arguments[0]), Path.of(arguments[1]));
        var registry = OperatorRegistry.load(SilkGenerator.class.getClassLoader());
        List<TaskSource> tasks = new ArrayList<>();
        for (String id : Arrays.asList(arguments).subList(2, arguments.length)) {
            Operator<?> operator = registry.find(id)
                    .orElseThrow(() -> new IllegalArgumentException("no operator is called '" + id + "'"));
            tasks.add(TaskSource.of(operator));
        }
        generator.write(tasks);
    }

    private void write(List<TaskSource> tasks) throws IOException {
        for (TaskSource task : tasks) {
            for (var source : task.sources().entrySet()) {
                write(sources, source.getKey() + ".java", source.getValue());
            }
            write(resources, task.documentation(), OperatorPage.text(task.operator(), SilkGenerator::title));
        }
        write(sources, ModuleSource.NAME + ".java", ModuleSource.of(tasks));
    }

    /** Silk's dialogs find what is said of a parameter by this anchor. */
    private static String title(String address, String label) {
        return "<a id=\"parameter_doc_" + address.replace('-', '_') + "\">" + label + "</a>";
    }

    private static void write(Path root, String name, String text) throws IOException {
        Path file = root.resolve(FOLDER).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
