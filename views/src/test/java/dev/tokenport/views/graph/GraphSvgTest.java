package dev.tokenport.views.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.views.SampleRun;
import dev.tokenport.views.Xml;
import dev.tokenport.workflow.TaskLink.Kind;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.view.ViewedWorkflow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class GraphSvgTest {

    @Test
    void file_ofAWorkflow_hasEachTaskAndConnection() throws Exception {
        Document svg = Xml.parse(GraphSvg.file(Drawing.of(workflow(SampleRun.ofAllStates()))));

        assertThat(Xml.texts(svg, "label")).containsExactly("auth", "Orders of today", "stock", "report", "file");
        assertThat(Xml.texts(svg, "operator"))
                .containsExactly(
                        "OAuth2 Authentication", "orders · HTTP request", "HTTP request", "Transform", "JSON dataset");
        assertThat(Xml.titles(svg, "path"))
                .containsExactly(
                        "Config: values of auth replace parameters of orders",
                        "Config: values of auth replace parameters of stock",
                        "Data: orders gives entities to report",
                        "Data: stock gives entities to file",
                        "Dependency: file runs after report",
                        "Data: the rejects of orders gives entities to file");
        assertThat(Xml.texts(svg, "word")).containsExactly("config", "config", "after", "rejects");
        assertThat(Xml.texts(svg, "meaning"))
                .containsExactly("data", "config: replaces parameters", "dependency: runs after");
        assertThat(Xml.text(svg, "desc"))
                .isEqualTo("5 tasks, from left to right. Connections: 3 data, 2 config, 1 dependency.");
    }

    @Test
    void file_ofAWorkflow_loadsNothing() {
        String svg = GraphSvg.file(Drawing.of(workflow(SampleRun.ofAllStates())));

        assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "href", "@import", "<script")
                .doesNotContainPattern("url\\((?!#end-)");
    }

    @Test
    void kinds_ofConnections_differInLineAndEnd() {
        String css = Stylesheet.GRAPH;

        assertThat(css).contains(".link.config { stroke-dasharray: 7 4", ".link.dependency { stroke-dasharray: 1.5 4");
        assertThat(GraphSvg.part(Drawing.of(workflow(SampleRun.ofAllStates()))))
                .contains("id=\"end-data\"", "id=\"end-config\"", "id=\"end-dependency\"")
                .contains("class=\"link data\"", "marker-end=\"url(#end-config)\"", "url(#end-dependency)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "' & &amp; ]]> --> <!--",
                "\u202Eevil\u202C שלום مرحبا",
                "a\u0000b\u001b[31m\uD800 \uFFFE",
                "名前の長いタスク 😀"
            })
    void names_thatAreHostile_areShownAndNotObeyed(String name) throws Exception {
        var run = new SampleRun().named(name).done(name, name, name, 0, 1, 1).done("b", "b", "b", 1, 1, 1);
        run.link(name, Kind.DATA, "b");

        Document svg = Xml.parse(GraphSvg.file(Drawing.of(workflow(run))));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(Xml.attributes(svg)).doesNotContain("onload");
        assertThat(Xml.texts(svg, "label").get(0)).isEqualTo(Shown.text(name));
        assertThat(Xml.text(svg, "title")).isEqualTo("Workflow " + Shown.text(name));
    }

    @Test
    void name_ofTenThousandCharacters_isCutInTheBoxAndWholeBeside() throws Exception {
        String name = "n".repeat(10_000);

        Document svg = Xml.parse(GraphSvg.file(Drawing.of(workflow(new SampleRun().done(name, name, "o", 0, 1, 1)))));

        assertThat(Xml.texts(svg, "label").get(0)).matches("n{20,60}…");
        assertThat(Xml.titles(svg, "g")).containsExactly(name + ", o");
        assertThat(Double.parseDouble(svg.getDocumentElement().getAttribute("width")))
                .isLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40, 1_000, 10_000})
    void tasks_howeverMany_areAllThere(int count) throws Exception {
        ViewedWorkflow workflow =
                count == 0 ? new ViewedWorkflow("none", List.of(), List.of()) : workflow(SampleRun.ofTasks(count));

        Document svg = Xml.parse(GraphSvg.file(Drawing.of(workflow)));

        assertThat(Xml.texts(svg, "label")).hasSize(count);
        assertThat(Xml.titles(svg, "path")).hasSize(workflow.links().size());
    }

    @Test
    void part_ofARunToCome_hasALinkPerTaskThatAScriptCanChange() throws Exception {
        var run = new SampleRun().done("a \"&'<b>", "Orders", "HTTP request", 0, 1, 1);

        Document svg = Xml.parse(GraphSvg.part(Drawing.planned(workflow(run), id -> "/edit?task=1&x")));

        Element link = (Element) svg.getElementsByTagName("a").item(0);
        assertThat(link.getAttribute("href")).isEqualTo("/edit?task=1&x");
        assertThat(link.getAttribute("data-task")).isEqualTo("0");
        assertThat(link.getAttribute("data-name")).isEqualTo("Orders (a \"&'<b>), HTTP request");
        assertThat(link.getAttribute("aria-label")).isEqualTo("Orders (a \"&'<b>), HTTP request, planned");
        assertThat(Xml.texts(svg, "state")).containsExactly("planned");
        assertThat(Xml.attributes(svg)).doesNotContain("style");
        assertThat(svg.getElementsByTagName("style").getLength()).isZero();
        Element use = (Element) svg.getElementsByTagName("use").item(0);
        assertThat(use.getAttribute("href")).isEqualTo("#state-planned");
    }

    @Test
    void part_ofARunToCome_definesTheSignOfEachState() {
        String svg = GraphSvg.part(Drawing.planned(workflow(SampleRun.ofAllStates()), id -> id));

        for (TaskState state : TaskState.values()) {
            assertThat(svg).contains("id=\"state-" + state + "\"");
            assertThat(Stylesheet.GRAPH).contains("svg ." + state + " { --tone");
        }
    }

    @Test
    void link_toATaskThatIsNotThere_isLeftOut() throws Exception {
        var run = new SampleRun().done("a", "a", "o", 0, 1, 1).link("a", Kind.DATA, "gone");

        Document svg = Xml.parse(GraphSvg.file(Drawing.of(workflow(run))));

        assertThat(Xml.titles(svg, "path")).isEmpty();
    }

    private static ViewedWorkflow workflow(SampleRun run) {
        return run.view(RunOutcome.DONE).workflow();
    }
}
