package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** {@code tokenport graph} as a process. */
final class GraphProcessIT {

    private static final String DEMO =
            Launcher.DISTRIBUTION.resolve("examples/demo.yaml").toString();

    @TempDir
    Path folder;

    @Test
    void graph_ofAWorkflow_isSvg() throws Exception {
        Launcher.Finished end = Launcher.in(folder).run("graph", DEMO);

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(end.err()).isEmpty();
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("out").toFile());
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getDocumentElement().getTextContent()).contains("Workflow demo", "auth", "orders", "file");
    }

    @Test
    void graph_asMermaid_namesTasksAndConnections() throws Exception {
        Launcher.Finished end = Launcher.in(folder).run("graph", DEMO, "--format", "mermaid");

        assertThat(end).isEqualTo(new Launcher.Finished(0, """
                flowchart LR
                    t0["Get an access token<br/>auth · OAuth2 Authentication"]
                    t1["Ask the protected API<br/>orders · HTTP request"]
                    t2["Write the answer<br/>file · JSON dataset"]
                    t0 -.->|config| t1
                    t1 --> t2
                """, ""));
    }

    @Test
    void graph_intoAFile_takesTheFormatFromItsName() throws Exception {
        Launcher.Finished svg = Launcher.in(folder).run("graph", DEMO, "--output", "demo.svg");
        Launcher.Finished mermaid = Launcher.in(folder).run("graph", DEMO, "--output", "demo.mmd");

        assertThat(svg).isEqualTo(new Launcher.Finished(0, "", ""));
        assertThat(mermaid).isEqualTo(new Launcher.Finished(0, "", ""));
        assertThat(folder.resolve("demo.svg")).content().startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        assertThat(folder.resolve("demo.mmd")).content().startsWith("flowchart LR\n");
    }

    @Test
    void graph_ofACmemProject_isDrawnWithoutUnpacking() throws Exception {
        String project = Launcher.DISTRIBUTION.resolve("examples/cmem-project").toString();

        Launcher.Finished end = Launcher.in(folder).run("graph", project, "--format", "mermaid");

        assertThat(end.code()).as(end.err()).isZero();
        assertThat(end.out()).startsWith("flowchart LR\n    t0[").contains(" -.->|config| ");
    }

    @Test
    void graph_ofMistakes_saysThemAsValidateDoes() throws Exception {
        Files.writeString(folder.resolve("bad.yaml"), "workflow: bad\ntasks:\n  a: {operator: jsn-dataset}\n");

        Launcher.Finished validate = Launcher.in(folder).run("validate", "bad.yaml");
        Launcher.Finished graph = Launcher.in(folder).run("graph", "bad.yaml");

        assertThat(graph.code()).isEqualTo(2);
        assertThat(graph).isEqualTo(validate);
    }

    @Test
    void graph_withWrongArguments_isRefusedInOneLine() throws Exception {
        Files.copy(Path.of(DEMO), folder.resolve("demo.yaml"));

        assertThat(Launcher.in(folder).run("graph", "demo.yaml", "--format", "png"))
                .isEqualTo(new Launcher.Finished(2, "", "--format 'png' is neither svg nor mermaid\n"));
        assertThat(Launcher.in(folder).run("graph", "demo.yaml", "--output", "demo.yaml"))
                .isEqualTo(new Launcher.Finished(2, "", "--output 'demo.yaml' is the workflow file; name another\n"));
        assertThat(Launcher.in(folder).run("graph", "demo.yaml", "--output", "nowhere/demo.svg"))
                .isEqualTo(new Launcher.Finished(
                        1, "", "--output 'nowhere/demo.svg' cannot be written: there is no such file or folder\n"));
    }

    @Test
    void graph_ofTenThousandTasks_isDrawn() throws Exception {
        writeTasks(10_000);

        Launcher.Finished end = Launcher.in(folder)
                .with("TOKENPORT_JAVA_OPTS", "-Xmx256m")
                .run("graph", "many.yaml", "--output", "many.svg");

        assertThat(end).isEqualTo(new Launcher.Finished(0, "", ""));
        assertThat(folder.resolve("many.svg")).content().contains(">t0</text>", ">t9999</text>");
    }

    private void writeTasks(int tasks) throws IOException {
        String all = IntStream.range(0, tasks)
                .mapToObj(i -> "  t" + i + ": {operator: transform, inputs: " + (i == 0 ? "in" : "t" + i / 2) + "}\n")
                .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("many.yaml"),
                "workflow: many\ntasks:\n  in: {operator: csv-dataset, parameters: {file: in.csv}}\n" + all);
    }
}
