package dev.tokenport.views;

import dev.tokenport.views.graph.Drawing;
import dev.tokenport.views.graph.GraphSvg;
import dev.tokenport.views.graph.MermaidText;
import dev.tokenport.views.graph.Stylesheet;
import dev.tokenport.views.page.ReportPage;
import dev.tokenport.workflow.view.EmbeddedGraph;
import dev.tokenport.workflow.view.ViewedRun;
import dev.tokenport.workflow.view.ViewedWorkflow;
import dev.tokenport.workflow.view.Views;
import java.util.function.UnaryOperator;

/** What the product shows people of workflows and runs. Thread-safe. */
public final class WorkflowViews implements Views {

    @Override
    public String svg(ViewedWorkflow workflow) {
        return GraphSvg.file(Drawing.of(workflow));
    }

    @Override
    public String mermaid(ViewedWorkflow workflow) {
        return MermaidText.of(Drawing.of(workflow));
    }

    @Override
    public String page(ViewedRun run) {
        return ReportPage.of(run);
    }

    @Override
    public EmbeddedGraph embedded(ViewedWorkflow workflow, UnaryOperator<String> address) {
        Drawing drawing = Drawing.planned(workflow, address);
        return new EmbeddedGraph(GraphSvg.part(drawing), GraphSvg.legend(), GraphSvg.note(drawing));
    }

    @Override
    public String style() {
        return Stylesheet.GRAPH;
    }
}
