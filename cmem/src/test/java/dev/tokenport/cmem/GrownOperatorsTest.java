package dev.tokenport.cmem;

import static dev.tokenport.cmem.ProjectFixture.param;
import static dev.tokenport.cmem.ProjectFixture.project;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.ParameterNode;
import dev.tokenport.workflow.Problem;
import dev.tokenport.workflow.Task;
import dev.tokenport.workflow.Workflow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is mapped where the operators have the parameters for it: downloads, paging, text, columns, a GraphQL dataset. */
final class GrownOperatorsTest {

    @TempDir
    Path folder;

    private final ProjectFixture project =
            project().json("data", "sub/data.json").json("other", "other.json");

    @Test
    void download_beforeADataset_writesItsFile() throws Exception {
        project.custom("get", "downloadFile", param("url", "http://x/a.json"));

        Workflow workflow = translate(
                "<Operator id='get' task='get' outputs='data'/>",
                "<Dataset id='data' task='data' inputs='get' outputs='copy'/>",
                "<Dataset id='copy' task='other' inputs='data'/>",
                "<Dataset id='again' task='data'/>");

        assertThat(TranslationTest.shown(workflow))
                .containsExactly("get", "data after get", "copy in data", "again after get");
        assertThat(values(workflow, "get"))
                .isEqualTo(Map.of(
                        "url", "http://x/a.json", "accept", "", "timeout", "PT10S", "answer_file", "sub/data.json"));
    }

    @Test
    void download_beforeADatasetWhoseFileLooksLikeATemplate_writesTheFileOfThatName() throws Exception {
        project.json("odd", "a{{ b }}{% c.json").custom("get", "downloadFile", param("url", "http://x/"));

        Workflow workflow = translate(
                "<Operator id='get' task='get' outputs='odd'/>", "<Dataset id='odd' task='odd' inputs='get'/>");

        assertThat(values(workflow, "get"))
                .containsEntry("answer_file", "a{{ '{' | raw }}{ b }}{{ '{' | raw }}% c.json");
        assertThat(values(workflow, "odd")).containsEntry("file", "a{{ b }}{% c.json");
    }

    @Test
    void download_withoutADataset_isNamedAsTheUrlEnds() throws Exception {
        project.custom("get", "downloadFile", param("url", "http://x/a/b%20ä.pdf?q=1"))
                .custom("root", "downloadFile", param("url", "http://x/"));

        Workflow workflow = translate("<Operator task='get'/>", "<Operator task='root'/>");

        assertThat(values(workflow, "get")).containsEntry("answer_file", "b__.pdf");
        assertThat(values(workflow, "root")).containsEntry("answer_file", "download");
    }

    @Test
    void download_toSeveralDatasets_isAProblem() throws Exception {
        project.custom("get", "downloadFile", param("url", "http://x/"));

        assertThat(problems(
                        "<Operator id='get' task='get'/>",
                        "<Dataset id='a' task='data' inputs='get'/>",
                        "<Dataset id='b' task='other' inputs='get'/>"))
                .containsExactly("node 'get' downloads one file to several datasets, which is not done here");
    }

    @Test
    void graphQl_withADataset_writesItsFileBeforeItIsRead() throws Exception {
        project.custom(
                "q",
                "cmem_plugin_graphql-workflow-graphql-GraphQLPlugin",
                param("graphql_url", "http://x/")
                        + param("graphql_query", "{ a(x: {{ x }}) }")
                        + param("graphql_variable_values", "{}")
                        + param("graphql_dataset", "data"));

        Workflow workflow = translate(
                "<Dataset id='read' task='data' outputs='copy'/>",
                "<Dataset id='copy' task='other' inputs='read'/>",
                "<Operator id='q' task='q' outputs='data'/>",
                "<Dataset id='data' task='data' inputs='q'/>");

        assertThat(TranslationTest.shown(workflow))
                .containsExactly("read after q", "copy in read", "q", "data after q");
        assertThat(values(workflow, "q"))
                .isEqualTo(Map.of(
                        "graphql_url", "http://x/",
                        "graphql_query", "{ a(x: {{ x }}) }",
                        "graphql_dataset", "sub/data.json"));
    }

    @Test
    void graphQl_withADatasetThatIsNone_isAProblem() throws Exception {
        project.custom("q", "cmem_plugin_graphql-workflow-graphql-GraphQLPlugin", param("graphql_dataset", "none"));

        assertThat(problems("<Operator task='q'/>"))
                .containsExactly("task 'q': graphql_dataset 'none' is no dataset of the project with a file");
    }

    @Test
    void paging_byUrlOrIdentifier_isMapped() throws Exception {
        project.custom(
                        "url",
                        "RestOperator",
                        param("url", "http://x/")
                                + param("pagingMethod", "nextPageFullUrl")
                                + param("nextPageJsonPath", "paging/next"))
                .custom(
                        "id",
                        "RestOperator",
                        param("url", "http://x/")
                                + param("pagingMethod", "nextPageIdentifier")
                                + param("nextPageJsonPath", "/next")
                                + param("nextPageIdQueryParameter", "after"))
                .custom(
                        "bad",
                        "RestOperator",
                        param("url", "http://x/") + param("pagingMethod", "x") + param("nextPageJsonPath", "a[b]"));

        Workflow workflow = translate("<Operator task='url'/>", "<Operator task='id'/>");

        assertThat(values(workflow, "url"))
                .containsEntry("paging", "next_url")
                .containsEntry("paging_pointer", "/paging/next")
                .doesNotContainKey("paging_parameter");
        assertThat(values(workflow, "id"))
                .containsEntry("paging", "cursor")
                .containsEntry("paging_pointer", "/next")
                .containsEntry("paging_parameter", "after");
        assertThat(problems("<Operator task='bad'/>"))
                .containsExactly("task 'bad': nextPageJsonPath 'a[b]' is not a path of plain names, such as"
                        + " /persons/person");
    }

    @Test
    void failedRequests_thatAreTolerated_areSkipped() throws Exception {
        project.custom("r", "RestOperator", param("url", "http://x/") + param("abortOnRequestFail", "false"));

        assertThat(values(translate("<Operator task='r'/>"), "r")).containsEntry("on_error", "skip");
    }

    @Test
    void text_isReadWholeAndWrittenInLines() throws Exception {
        project.dataset("t", "text", param("file", "a.txt") + param("charset", "UTF-16"))
                .dataset("rdf", "file", param("file", "a.nt") + param("format", "N-Triples"));

        Workflow workflow = translate(
                "<Dataset id='read' task='rdf' outputs='write'/>", "<Dataset id='write' task='t' inputs='read'/>");

        assertThat(values(workflow, "read")).isEqualTo(Map.of("file", "a.nt", "unit", "whole"));
        assertThat(values(workflow, "write")).isEqualTo(Map.of("file", "a.txt", "charset", "UTF-16"));
    }

    @Test
    void csv_withColumnsAndLinesToSkip_isMapped() throws Exception {
        project.dataset(
                "c", "csv", param("file", "a.csv") + param("properties", "id, na\"me") + param("linesToSkip", "2"));

        assertThat(values(translate("<Dataset task='c'/>"), "c"))
                .isEqualTo(Map.of(
                        "file", "a.csv", "skip_lines", "2", "header", "false", "columns", "[\"id\", \"na\\\"me\"]"));
    }

    @Test
    void json_withABasePath_hasAPointer() throws Exception {
        project.dataset("j", "json", param("file", "a.json") + param("basePath", "data/items"));

        assertThat(values(translate("<Dataset task='j'/>"), "j"))
                .isEqualTo(Map.of("file", "a.json", "pointer", "/data/items"));
    }

    private Workflow translate(String... nodes) throws Exception {
        TranslatedWorkflow translated = project.workflow(nodes).translate(folder, Map.of(), GrownOperators.REGISTRY);
        assertThat(translated.problems()).isEmpty();
        return translated.workflow();
    }

    private List<String> problems(String... nodes) throws Exception {
        return project.workflow(nodes).translate(folder, Map.of(), GrownOperators.REGISTRY).problems().stream()
                .map(Problem::message)
                .toList();
    }

    private static Map<String, String> values(Workflow workflow, String id) {
        Task task = Objects.requireNonNull(workflow.tasks().get(id));
        Map<String, String> values = new LinkedHashMap<>();
        task.parameters()
                .forEach((name, node) -> values.put(
                        name, ((ParameterNode.Scalar) node).text().literal().orElseThrow()));
        return values;
    }
}
