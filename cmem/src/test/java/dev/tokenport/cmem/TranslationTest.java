package dev.tokenport.cmem;

import static dev.tokenport.cmem.ProjectFixture.OPERATORS;
import static dev.tokenport.cmem.ProjectFixture.param;
import static dev.tokenport.cmem.ProjectFixture.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.Problem;
import dev.tokenport.workflow.Task;
import dev.tokenport.workflow.Workflow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Translation}: nodes and connections. */
final class TranslationTest {

    private static final String FILE = "orders.zip!/orders/workflow/main.xml";

    @TempDir
    Path folder;

    private final ProjectFixture project = project()
            .custom(
                    "auth",
                    "cmem_plugin_auth-workflow-auth-OAuth2",
                    param("oauth_token_url", "https://x/token")
                            + param("oauth_client_id", "me")
                            + param("oauth_client_secret", "PASSWORD_PARAMETER:fEvl+KKMGOJIvkULQsp2GA=="))
            .custom("rest", "RestOperator", param("url", "https://x/"))
            .custom("settings", "setParameters", param("parameters", "content: x"))
            .json("in", "in.json")
            .json("out", "out.json");

    @Test
    void connections_atBothEnds_areOneEach() throws Exception {
        Workflow workflow = translate(
                "<Operator id='A' task='auth' outputs='R' configInputs=''/>",
                "<Operator id='R' task='rest' inputs='' outputs='O' configInputs='A'/>",
                "<Dataset id='O' task='out' inputs='R'/>");

        assertThat(shown(workflow)).containsExactly("A", "R config A", "O in R");
        assertThat(Plan.of(workflow, OPERATORS).tasks()).hasSize(3);
    }

    @Test
    void connections_atOneEndOnly_areTaken() throws Exception {
        Workflow workflow = translate(
                "<Dataset id='I' task='in' outputs='O'/>",
                "<Dataset id='J' task='in'/>",
                "<Dataset id='O' task='out' inputs='J'/>");

        assertThat(shown(workflow)).containsExactly("I", "J", "O in J in I");
    }

    @Test
    void connections_toTheDependencyPort_passNothing() throws Exception {
        Workflow workflow = translate(
                "<Dataset id='I' task='in' outputs='O,A'/>",
                "<Operator id='A' task='auth' dependencyInputs='I'/>",
                "<Dataset id='O' task='out' inputs='I'/>");

        assertThat(shown(workflow)).containsExactly("I", "A after I", "O in I");
    }

    @Test
    void ports_vacant_areLeftOut() throws Exception {
        Workflow workflow = translate("<Dataset id='I' task='in'/>", "<Dataset id='O' task='out' inputs=',I,,'/>");

        assertThat(shown(workflow)).containsExactly("I", "O in I");
    }

    @Test
    void inputs_ofARequestThatReadsNone_sayOnlyWhen() throws Exception {
        Workflow workflow = translate("<Dataset id='I' task='in'/>", "<Operator id='R' task='rest' inputs='I'/>");

        assertThat(shown(workflow)).containsExactly("I", "R after I");
    }

    @Test
    void configInputs_ofAnotherName_areRenamedWhereTheSourceMayHaveThem() throws Exception {
        Workflow workflow = translate(
                "<Operator id='A' task='auth'/>",
                "<Operator id='S' task='settings'/>",
                "<Operator id='R' task='rest' configInputs='A,S'/>");

        List<Connection.Config> config = task(workflow, "R").config();
        assertThat(config)
                .extracting(Connection.Config::map)
                .containsExactly(Map.of(), Map.of("contentType", "content_type", "content", "body"));
        assertThat(Plan.of(workflow, OPERATORS).tasks()).hasSize(3);
    }

    @Test
    void task_atSeveralNodes_isATaskEach() throws Exception {
        Workflow workflow = translate(
                "<Operator id='rest' task='rest'/>", "<Operator id='rest 2' task='rest'/>", "<Operator task='auth'/>");

        assertThat(shown(workflow)).containsExactly("rest", "rest_2", "auth");
        assertThat(task(workflow, "rest_2").label()).isEqualTo("rest 2");
    }

    @Test
    void label_ofTheTask_isTheTasks() throws Exception {
        project.file(
                "dataset/in.xml",
                "<Dataset type='json'><MetaData><Label>In</Label></MetaData>" + param("file", "in.json")
                        + "</Dataset>");

        Workflow workflow = translate("<Dataset id='in' task='in'/>", "<Dataset id='in.2' task='in'/>");

        assertThat(task(workflow, "in").label()).isEqualTo("In");
        assertThat(task(workflow, "in_2").label()).isEqualTo("In (in.2)");
    }

    @Test
    void task_inAFileOfAnotherName_isFoundById() throws Exception {
        project.file("custom/broken.xml", "<no")
                .file(
                        "custom/x.xml",
                        "<CustomTask id='other' type='set-parameters'>" + param("parameters", "a: 1")
                                + "</CustomTask>");

        assertThat(shown(translate("<Operator task='other'/>"))).containsExactly("other");
    }

    @Test
    void mistakes_inAllFiles_areToldAtOnceWithTheirPlaces() throws Exception {
        project.custom("bad", "RestOperator", "\n" + param("limit", "1"))
                .custom("unknown", "JsonParserOperater", "")
                .file("custom/broken.xml", "<CustomTask")
                .file("transform/mapping/rules.xml", "<x/>");
        project.workflow(
                "<Operator id='a' task='bad' outputs='nowhere'/>",
                "<Operator id='b' task='unknown'/>",
                "<Operator id='c' task='mapping' errorOutputs='a'/>",
                "<Operator id='d' task='atuh'/>",
                "<Operator id='e' task='broken'/>");

        List<String> problems = project.problems(folder);

        assertThat(problems).hasSize(7);
        assertThat(problems.get(0))
                .isEqualTo("orders.zip!/orders/custom/bad.xml:2:1: task 'bad': limit '1' cannot be done by"
                        + " http-request: every input entity is one request");
        assertThat(problems.get(1)).startsWith("orders.zip!/orders/custom/broken.xml:1:");
        assertThat(problems.get(2))
                .startsWith("orders.zip!/orders/custom/unknown.xml:1:1: task 'unknown': there is no operator for type");
        assertThat(problems.subList(3, 7))
                .containsExactly(
                        FILE + ":2:1: node 'a' is connected with 'nowhere', which is no node",
                        FILE + ":4:1: node 'c' hands what fails on to 'a', which is not done here",
                        FILE + ":4:1: task 'mapping' is a transformation, for which there is no operator here",
                        FILE + ":5:1: the project has no task 'atuh'; did you mean 'auth'?");
    }

    @Test
    void nodes_thatCannotRun_areTold() throws Exception {
        project.custom("bad", "Unknown", "").file("custom/broken.xml", "<CustomTask>");
        project.workflow(
                "<Operator id='a' task='bad'/>",
                "<Operator id='b' task='none'/>",
                "<Operator id='c' task='auth'/>",
                "<Operator id='d' task='broken'/>");

        TranslatedWorkflow translated = project.translate(folder, Map.of());

        assertThat(translated.places()).containsOnlyKeys("a", "b", "c", "d");
        assertThat(translated.stopped(translated.problems())).containsExactly("a", "b", "d");
    }

    @Test
    void mistakes_thatThePlanFinds_areAtTheProjectsFiles() throws Exception {
        project.custom("auth", "cmem_plugin_auth-workflow-auth-OAuth2", "\n" + param("oauth_token_ulr", "x"));
        project.workflow("<Operator id='A' task='auth'/>", "<Dataset id='O' task='out' configInputs='A'/>");
        TranslatedWorkflow translated = project.translate(folder, Map.of());

        assertThatThrownBy(() -> Plan.of(translated.workflow(), OPERATORS))
                .hasMessageContaining("orders.zip!/orders/custom/auth.xml:2:1: task 'A': ")
                .hasMessageContaining(FILE + ":3:1: ")
                .message()
                .doesNotContain("orders.zip:");
    }

    @Test
    void variables_thatAreNowhere_areAProblem() throws Exception {
        project.file("variables.xml", "<Variables><Variable name='host'><Value>h</Value></Variable></Variables>")
                .workflow("<Operator task='auth'/>");

        assertThat(project.translate(folder, Map.of("project.hots", "x", "project.host", "y"))
                        .problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "--variable: the project has no variable 'project.hots'; did you mean 'project.host'?");
    }

    @Test
    void dataset_readOnly_isNotWritten() throws Exception {
        project.file("dataset/ro.xml", "<Dataset type='json' readOnly='true'>" + param("file", "a.json") + "</Dataset>")
                .workflow(
                        "<Dataset id='I' task='in'/>",
                        "<Dataset id='O' task='ro' inputs='I'/>",
                        "<Dataset id='P' task='ro'/>");

        assertThat(project.problems(folder))
                .containsExactly(FILE + ":3:1: node 'O' writes the dataset 'ro', which is read only");
    }

    private Workflow translate(String... nodes) throws Exception {
        TranslatedWorkflow translated = project.workflow(nodes).translate(folder, Map.of());
        assertThat(translated.problems()).isEmpty();
        return translated.workflow();
    }

    private static Task task(Workflow workflow, String id) {
        return java.util.Objects.requireNonNull(workflow.tasks().get(id));
    }

    static List<String> shown(Workflow workflow) {
        return workflow.tasks().values().stream().map(TranslationTest::shown).toList();
    }

    private static String shown(Task task) {
        var text = new StringBuilder(task.id());
        task.inputs().forEach(connection -> text.append(" in ").append(connection.from()));
        task.config().forEach(connection -> text.append(" config ").append(connection.from()));
        task.after().forEach(connection -> text.append(" after ").append(connection.from()));
        return text.toString();
    }
}
