package dev.tokenport.web.graph;

import dev.tokenport.web.site.Address;
import dev.tokenport.web.site.Site;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.serve.Workbench;
import dev.tokenport.workflow.view.EmbeddedGraph;
import dev.tokenport.workflow.view.ViewedWorkflow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graphs of workflows. To place a thousand tasks takes a second or more: the last graphs are kept, each as long as the text
 * that it was drawn of. Thread-safe.
 */
public final class Graphs {

    private static final int KEPT = 16;

    private final Workbench workbench;
    private final Map<Text, GraphView> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Text, GraphView> eldest) {
            return size() > KEPT;
        }
    };

    private record Text(String path, String hash) {}

    /** The graphs of a site, which gets what their pages load: {@code graph.css}, {@code graphs.css} and {@code graph.js}. */
    public Graphs(Site site) {
        this.workbench = site.workbench();
        site.pages().assets().add("graph.css", workbench.views().style());
        site.pages().assets().add(Graphs.class, "graphs.css");
        site.pages().assets().add(Graphs.class, "graph.js");
    }

    /**
     * The graph of a workflow, each of whose tasks leads to where it is changed.
     *
     * @param path the workflow's path in the folder
     * @param hash the hash of its text
     * @param plan what was read of this text
     */
    public GraphView of(String path, String hash, Plan plan) {
        var text = new Text(path, hash);
        @Nullable GraphView known;
        synchronized (kept) {
            known = kept.get(text);
        }
        return known == null ? drawn(text, plan) : known;
    }

    private GraphView drawn(Text text, Plan plan) {
        ViewedWorkflow workflow = ViewedWorkflow.of(plan, workbench.redactor()::redact);
        EmbeddedGraph graph = workbench.views().embedded(workflow, task -> Address.edit(text.path(), task));
        var view = new GraphView(
                output -> output.writeContent(graph.svg()),
                output -> output.writeContent(graph.legend()),
                graph.note());
        synchronized (kept) {
            kept.put(text, view);
        }
        return view;
    }
}
