package dev.tokenport.workflow.view;

import java.util.function.UnaryOperator;

/** Shows workflows, and runs of them, to people. It is a part of the product that most commands do without. Thread-safe. */
public interface Views {

    /** A workflow as a whole SVG file, which needs nothing else to be shown. */
    String svg(ViewedWorkflow workflow);

    /** A workflow as the text of a Mermaid diagram, for Markdown files. */
    String mermaid(ViewedWorkflow workflow);

    /** A run as a whole HTML file, which needs nothing else to be shown. */
    String page(ViewedRun run);

    /**
     * A workflow as a part of a page, on which its tasks change their state as {@link EmbeddedGraph} says.
     *
     * @param address gives where a click on a task leads, by its id
     */
    EmbeddedGraph embedded(ViewedWorkflow workflow, UnaryOperator<String> address);

    /** The style sheet of a page with an embedded graph. */
    String style();
}
