package dev.tokenport.silk.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** A project in the workspace of a Silk, written as Silk writes it, before Silk starts. For one thread. */
final class SilkProject {

    private final Path folder;

    private SilkProject(Path folder) {
        this.folder = folder;
    }

    /** A project without tasks. */
    static SilkProject in(Path folder, String id) throws IOException {
        var project = new SilkProject(folder.resolve("workspace").resolve(id));
        return project.file(
                "config.xml", "<ProjectConfig resourceUri=\"urn:project:" + id + "\"><Prefixes/></ProjectConfig>");
    }

    /** With a task that is an operator. */
    SilkProject task(String id, String type, Map<String, String> parameters) throws IOException {
        return file("custom/" + id + ".xml", """
                <CustomTask id="%s" type="%s">
                  <MetaData><Label>The %s</Label></MetaData>
                %s</CustomTask>
                """.formatted(id, type, id, parameters(parameters)));
    }

    /** With a dataset of JSON. */
    SilkProject json(String id, String file) throws IOException {
        return file("dataset/" + id + ".xml", """
                <Dataset id="%s" type="json">
                %s</Dataset>
                """.formatted(id, parameters(Map.of("file", file))));
    }

    /** With a workflow; its nodes as Silk writes them. */
    SilkProject workflow(String id, String... nodes) throws IOException {
        return file(
                "workflow/" + id + ".xml",
                "<Workflow id=\"" + id + "\">\n" + String.join("\n", nodes) + "</Workflow>\n");
    }

    /** With a file of its own. */
    SilkProject resource(String name, String text) throws IOException {
        return file("resources/" + name, text);
    }

    /** What a file of the project says. */
    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** A node of a workflow: inputs, outputs and config inputs are ids with commas between them. */
    static String operator(String id, String inputs, String outputs, String config) {
        return node("Operator", id, inputs, outputs, config);
    }

    /** A node of a workflow that is a dataset. */
    static String dataset(String id, String inputs, String outputs) {
        return node("Dataset", id, inputs, outputs, "");
    }

    private static String node(String kind, String id, String inputs, String outputs, String config) {
        return """
                <%s posX="0" posY="0" task="%s" id="%s" inputs="%s" outputs="%s" errorOutputs="" configInputs="%s"/>
                """.formatted(kind, id, id, inputs, outputs, config);
    }

    private static String parameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> "  <Param name=\"%s\" xml:space=\"preserve\"><![CDATA[%s]]></Param>\n"
                        .formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
    }

    private SilkProject file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }
}
