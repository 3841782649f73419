package dev.tokenport.cmem;

import dev.tokenport.cmem.archive.Limits;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.workflow.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A project that is put together by hand. For one thread. */
public final class ProjectFixture {

    /** The operators on the class path. */
    public static final OperatorRegistry OPERATORS = OperatorRegistry.load(ProjectFixture.class.getClassLoader());

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String prefix = "orders/";

    /** A project with a configuration only. */
    public static ProjectFixture project() {
        return new ProjectFixture().file("config.xml", "<ProjectConfig/>");
    }

    /** The same at the top of the zip. */
    public ProjectFixture atTheTop() {
        prefix = "";
        return this;
    }

    /** A file. */
    public ProjectFixture file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file. */
    public ProjectFixture file(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** An operator task with parameters as they stand in XML. */
    public ProjectFixture custom(String id, String type, String parameters) {
        return file(
                "custom/" + id + ".xml",
                "<CustomTask id='" + id + "' type='" + type + "'>" + parameters + "</CustomTask>");
    }

    /** A JSON dataset. */
    public ProjectFixture json(String id, String file) {
        return dataset(id, "json", param("file", file));
    }

    /** A dataset with parameters as they stand in XML. */
    public ProjectFixture dataset(String id, String type, String parameters) {
        return file(
                "dataset/" + id + ".xml", "<Dataset id='" + id + "' type='" + type + "'>" + parameters + "</Dataset>");
    }

    /** The workflow {@code main} with nodes as they stand in XML, a line each. */
    public ProjectFixture workflow(String... nodes) {
        return file("workflow/main.xml", "<Workflow id='main'>\n" + String.join("\n", nodes) + "\n</Workflow>");
    }

    /** A parameter. */
    public static String param(String name, String text) {
        return "<Param name='" + name + "'><![CDATA[" + text + "]]></Param>";
    }

    /** Writes a zip called {@code orders.zip}. */
    public Path zip(Path folder) {
        Path file = folder.resolve("orders.zip");
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(prefix + entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a folder called {@code orders}. */
    public Path folder(Path parent) {
        try {
            Path root = parent.resolve("orders");
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                Path file = root.resolve(entry.getKey());
                Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(root));
                Files.write(file, entry.getValue());
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Translates the only workflow; the folder of its files is that of the zip. */
    public TranslatedWorkflow translate(Path folder, Map<String, String> variables) throws Exception {
        return translate(folder, variables, OPERATORS);
    }

    /** The same with other operators. */
    public TranslatedWorkflow translate(Path folder, Map<String, String> variables, OperatorRegistry operators)
            throws Exception {
        Map<String, ReferencingText> given = new LinkedHashMap<>();
        variables.forEach((name, value) -> given.put(name, ReferencingText.parse(value)));
        try (CmemProject project = CmemProject.open(zip(folder), Limits.DEFAULT)) {
            return project.translate(project.workflow(Optional.empty()), given, operators, folder);
        }
    }

    /** The problems of the only workflow, without the path of the zip's folder. */
    public List<String> problems(Path folder) throws Exception {
        return translate(folder, Map.of()).problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(folder + "/", ""))
                .toList();
    }
}
