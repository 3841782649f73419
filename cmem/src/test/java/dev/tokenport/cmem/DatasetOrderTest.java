package dev.tokenport.cmem;

import static dev.tokenport.cmem.ProjectFixture.OPERATORS;
import static dev.tokenport.cmem.ProjectFixture.project;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.Workflow;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link DatasetOrder}: a dataset at several nodes is one file, written once, and read after that. Most cases really run. */
final class DatasetOrderTest {

    @TempDir
    Path folder;

    private final ProjectFixture project = project()
            .json("a", "a.json")
            .json("b", "b.json")
            .json("c", "c.json")
            .json("d", "d.json");

    @Test
    void dataset_writtenAtOneNodeAndReadAtAnother_isReadAfterwards() throws Exception {
        write("a.json", "[{\"x\":1}]");
        write("b.json", "[{\"x\":0}]");

        Workflow workflow = run(
                "<Dataset id='read' task='b' outputs='C'/>",
                "<Dataset id='C' task='c' inputs='read'/>",
                "<Dataset id='A' task='a' outputs='write'/>",
                "<Dataset id='write' task='b' inputs='A'/>");

        assertThat(TranslationTest.shown(workflow)).containsExactly("read after write", "C in read", "A", "write in A");
        assertThat(folder.resolve("c.json")).hasContent("[\n{\"x\":1}\n]\n");
    }

    @Test
    void dataset_writtenAtTwoNodes_isWrittenOnceFromBoth() throws Exception {
        write("a.json", "[{\"x\":1}]");
        write("b.json", "[{\"x\":2}]");

        Workflow workflow = run(
                "<Dataset id='A' task='a'/>",
                "<Dataset id='B' task='b'/>",
                "<Dataset id='first' task='c' inputs='A'/>",
                "<Dataset id='second' task='c' inputs='B' outputs='D'/>",
                "<Dataset id='D' task='d' inputs='second'/>");

        assertThat(TranslationTest.shown(workflow)).containsExactly("A", "B", "first in A in B", "D in first");
        assertThat(folder.resolve("c.json")).hasContent("[\n{\"x\":1},\n{\"x\":2}\n]\n");
        assertThat(folder.resolve("d.json")).content().contains("1", "2");
    }

    @Test
    void dataset_readOnTheWayToItself_isReadBefore() throws Exception {
        write("a.json", "[{\"x\":1}]");

        Workflow workflow = run(
                "<Dataset id='read' task='a' outputs='B'/>",
                "<Dataset id='B' task='b' inputs='read' outputs='write'/>",
                "<Dataset id='write' task='a' inputs='B'/>",
                "<Dataset id='again' task='a' outputs='C'/>",
                "<Dataset id='C' task='c' inputs='again'/>");

        assertThat(TranslationTest.shown(workflow))
                .containsExactly("read", "B in read", "write in B", "again after write", "C in again");
        assertThat(folder.resolve("c.json")).hasContent("[\n{\"x\":1}\n]\n");
    }

    @Test
    void dataset_writtenAgainFromItself_isWrittenTwiceInOrder() throws Exception {
        Workflow workflow = translate(
                "<Dataset id='A' task='a'/>",
                "<Dataset id='W1' task='b' inputs='A'/>",
                "<Dataset id='C' task='c' inputs='W1'/>",
                "<Dataset id='W2' task='b' inputs='C'/>",
                "<Dataset id='R' task='b'/>");

        assertThat(TranslationTest.shown(workflow))
                .containsExactly("A", "W1 in A", "C in W1", "W2 in C", "R after W1 after W2");
        assertThat(Plan.of(workflow, OPERATORS).tasks()).hasSize(5);
    }

    @Test
    void dataset_thatIsSourceAndTarget_isOneTask() throws Exception {
        write("a.json", "[{\"x\":1}]");

        run(
                "<Dataset id='A' task='a' outputs='B'/>",
                "<Dataset id='B' task='b' inputs='A' outputs='C,D'/>",
                "<Dataset id='C' task='c' inputs='B'/>",
                "<Dataset id='D' task='d' inputs='B'/>");

        assertThat(folder.resolve("c.json")).hasContent("[\n{\"x\":1}\n]\n");
        assertThat(folder.resolve("d.json")).hasContent("[\n{\"x\":1}\n]\n");
    }

    @Test
    void datasets_ofOneFile_areReadAfterItWasWritten() throws Exception {
        project.json("same", "b.json");

        Workflow workflow = translate(
                "<Dataset id='R' task='same'/>", "<Dataset id='A' task='a'/>", "<Dataset id='W' task='b' inputs='A'/>");

        assertThat(TranslationTest.shown(workflow)).containsExactly("R after W", "A", "W in A");
    }

    @Test
    void dataset_onlyRead_hasNoOrder() throws Exception {
        Workflow workflow = translate("<Dataset id='R' task='a'/>", "<Dataset id='S' task='a'/>");

        assertThat(TranslationTest.shown(workflow)).containsExactly("R", "S");
    }

    private void write(String file, String text) throws Exception {
        Files.writeString(folder.resolve(file), text);
    }

    private Workflow translate(String... nodes) throws Exception {
        TranslatedWorkflow translated = project.workflow(nodes).translate(folder, Map.of());
        assertThat(translated.problems()).isEmpty();
        return translated.workflow();
    }

    private Workflow run(String... nodes) throws Exception {
        Workflow workflow = translate(nodes);
        var world = new LocalRunner.World(
                TimeSource.system(), Transports.direct(), Environment.of(Map.of()), new Redactor(), folder);
        RunReport report = new LocalRunner(world)
                .run(Plan.of(workflow, OPERATORS), LocalRunner.Options.DEFAULT, RunListener.none());
        assertThat(report.error()).isEmpty();
        return workflow;
    }
}
