package dev.tokenport.cmem.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.WorkflowException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@link ProjectXml}: every form in which exports write tasks, workflows and variables. */
final class ProjectXmlTest {

    @Test
    void task_allFormsOfValues_areRead() throws Exception {
        ProjectTask task = task("""
                <CustomTask id="rest" type="RestOperator"><MetaData><Label> Orders </Label></MetaData>
                <Param name="text" xml:space="preserve"> a b </Param>
                <Param name="cdata"><![CDATA[<x>&amp;]]></Param>
                <Param name="attribute" value="v &amp; w">ignored</Param>
                <Param name="emptyAttribute" value="">ignored</Param>
                <Param name="empty"/>
                <Template name="template">{{project.x}}</Template>
                <Params name="settings"><Param name="a" value="1"/><Params name="deep"><Template name="b">2</Template></Params></Params>
                <Unknown name="no"/>
                </CustomTask>
                """);

        assertThat(task.id()).isEqualTo("rest");
        assertThat(task.type()).isEqualTo("RestOperator");
        assertThat(task.label()).contains("Orders");
        assertThat(task.dataset()).isFalse();
        assertThat(task.parameters())
                .isEqualTo(Map.of(
                        "text", plain(" a b ", 2),
                        "cdata", plain("<x>&amp;", 3),
                        "attribute", plain("v & w", 4),
                        "emptyAttribute", plain("", 5),
                        "empty", plain("", 6),
                        "template", new ProjectValue.Template("{{project.x}}", at(7, 1)),
                        "settings",
                                new ProjectValue.Nested(
                                        Map.of(
                                                "a", new ProjectValue.Plain("1", at(8, 25)),
                                                "deep",
                                                        new ProjectValue.Nested(
                                                                Map.of("b", new ProjectValue.Template("2", at(8, 72))),
                                                                at(8, 52))),
                                        at(8, 1))));
    }

    @Test
    void task_withoutIdAndLabel_isCalledAsItsFile() throws Exception {
        ProjectTask task = task("<Dataset type='json' readOnly='true' uriProperty='u'/>");

        assertThat(task)
                .isEqualTo(new ProjectTask("name", "json", true, Optional.empty(), true, "u", Map.of(), at(1, 1)));
    }

    @Test
    void task_ofOldExports_hasItsPluginInside() throws Exception {
        ProjectTask task = task(
                "<Dataset id='d'><DatasetPlugin type='csv'><Param name='file' value='a.csv'/></DatasetPlugin></Dataset>");

        assertThat(task.type()).isEqualTo("csv");
        assertThat(task.parameters()).containsOnlyKeys("file");
    }

    @Test
    void task_valueTwice_hasTheLast() throws Exception {
        ProjectTask task = task("<Dataset type='csv'><Param name='a' value='1'/><Param name='a' value='2'/></Dataset>");

        assertThat(task.parameters()).isEqualTo(Map.of("a", new ProjectValue.Plain("2", at(1, 48))));
    }

    @Test
    void task_withSeveralMistakes_tellsAll() {
        assertThatThrownBy(() ->
                        task("<CustomTask id='x'>\n<Param>1</Param><Params name='p'><Template/></Params></CustomTask>"))
                .isInstanceOf(WorkflowException.class)
                .hasMessage("""
                        f.xml:1:1: the <CustomTask> has no type
                        f.xml:2:1: the <Param> has no name
                        f.xml:2:34: the <Template> has no name""");
    }

    @Test
    void task_thatIsSomethingElse_isRefused() {
        assertThatThrownBy(() -> task("<Workflow/>"))
                .hasMessage("f.xml:1:1: this is a <Workflow>; a task is a <CustomTask> or a <Dataset>");
    }

    @Test
    void workflow_listsOfNodes_keepVacantPorts() throws Exception {
        ProjectWorkflow workflow = workflow("""
                <Workflow><MetaData><Label>Main</Label></MetaData>
                <Operator task="a" posX="1.5"/>
                <Dataset id="b" task="t" inputs=" , a ,," outputs="a,,c" configInputs="a" dependencyInputs=" a, c " errorOutputs=""/>
                <UiAnnotations/></Workflow>
                """);

        assertThat(workflow.id()).isEqualTo("name");
        assertThat(workflow.label()).contains("Main");
        assertThat(workflow.nodes().values())
                .containsExactly(
                        new ProjectNode("a", "a", List.of(), List.of(), List.of(), List.of(), List.of(), at(2, 1)),
                        new ProjectNode(
                                "b",
                                "t",
                                List.of("", "a"),
                                List.of("a", "c"),
                                List.of(),
                                List.of("a"),
                                List.of("a", "c"),
                                at(3, 1)));
    }

    @Test
    void workflow_withoutNodesOrWithTheSameTwice_isRefused() {
        assertThatThrownBy(() -> workflow("<Workflow/>")).hasMessage("f.xml:1:1: the workflow 'name' has no nodes");
        assertThatThrownBy(() -> workflow(
                        "<Workflow><Operator task='a'/><Dataset id='a' task='b'/><Operator id='x'/></Workflow>"))
                .hasMessage("f.xml:1:31: the node 'a' is there twice\nf.xml:1:57: the <Operator> names no task");
        assertThatThrownBy(() -> workflow("<CustomTask/>"))
                .hasMessage("f.xml:1:1: this is a <CustomTask>, not a <Workflow>");
    }

    @Test
    void variables_allForms_areRead() throws Exception {
        List<ProjectVariable> variables = variables("""
                <Variables>
                <Variable name="a" isSensitive="false" scope="project"><Value> 1 </Value><Description>d</Description></Variable>
                <Variable name="b" isSensitive="true"><Value/><Template>{{project.a}}</Template></Variable>
                <Variable name="c"/>
                </Variables>
                """);

        assertThat(variables)
                .containsExactly(
                        new ProjectVariable("a", " 1 ", Optional.empty(), false, at(2, 1)),
                        new ProjectVariable("b", "", Optional.of("{{project.a}}"), true, at(3, 1)),
                        new ProjectVariable("c", "", Optional.empty(), false, at(4, 1)));
    }

    @Test
    void variables_withoutNameOrTwice_areRefused() {
        assertThatThrownBy(
                        () -> variables("<Variables><Variable/><Variable name='a'/><Variable name='a'/></Variables>"))
                .hasMessage("f.xml:1:12: the <Variable> has no name\nf.xml:1:43: the variable 'a' is there twice");
    }

    @Test
    void values_printed_showNoText() throws Exception {
        assertThat(task("<Dataset type='csv'><Param name='a' value='secret'/></Dataset>")
                        .toString())
                .doesNotContain("secret");
        assertThat(variables("<Variables><Variable name='a'><Value>secret</Value></Variable></Variables>")
                        .toString())
                .isEqualTo("[ProjectVariable[a]]");
    }

    private static ProjectValue plain(String text, int line) {
        return new ProjectValue.Plain(text, at(line, 1));
    }

    private static Position at(int line, int column) {
        return new Position("f.xml", line, column);
    }

    private static ProjectTask task(String xml) throws WorkflowException {
        return ProjectXml.task("f.xml", xml.getBytes(StandardCharsets.UTF_8), "name");
    }

    private static ProjectWorkflow workflow(String xml) throws WorkflowException {
        return ProjectXml.workflow("f.xml", xml.getBytes(StandardCharsets.UTF_8), "name");
    }

    private static List<ProjectVariable> variables(String xml) throws WorkflowException {
        return ProjectXml.variables("f.xml", xml.getBytes(StandardCharsets.UTF_8));
    }
}
