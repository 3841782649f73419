package dev.tokenport.workflow.view;

/** Shows workflows, and runs of them, to people. It is a part of the product that most commands do without. Thread-safe. */
public interface Views {

    /** A workflow as a whole SVG file, which needs nothing else to be shown. */
    String svg(ViewedWorkflow workflow);

    /** A workflow as the text of a Mermaid diagram, for Markdown files. */
    String mermaid(ViewedWorkflow workflow);

    /** A run as a whole HTML file, which needs nothing else to be shown. */
    String page(ViewedRun run);
}
