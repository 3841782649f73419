package dev.tokenport.web.workflow;

import dev.tokenport.web.folder.WorkflowText;
import dev.tokenport.web.graph.GraphView;
import dev.tokenport.web.graph.Graphs;
import dev.tokenport.web.history.History;
import dev.tokenport.web.history.PastRun;
import dev.tokenport.web.run.Runs;
import dev.tokenport.web.site.Address;
import dev.tokenport.web.site.Page;
import dev.tokenport.web.site.Section;
import dev.tokenport.web.site.Site;
import dev.tokenport.web.site.Topic;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.PlannedTask;
import dev.tokenport.workflow.Problem;
import dev.tokenport.workflow.TaskLink;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.view.Figures;
import gg.jte.generated.web.workflow.JteworkflowGenerated;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The pages of single workflows. */
public final class WorkflowTopic implements Topic {

    private final Site site;
    private final Graphs graphs;
    private final Runs runs;
    private final History history;

    /** The topic of a site. */
    public WorkflowTopic(Site site, Graphs graphs, Runs runs, History history) {
        this.site = site;
        this.graphs = graphs;
        this.runs = runs;
        this.history = history;
        site.pages().assets().add(WorkflowTopic.class, "tasks.js");
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/workflows/<path>", this::show);
    }

    private void show(Context context) throws IOException {
        WorkflowText text = site.folder().read(context.pathParam("path"));
        WorkflowView view = view(text);
        Page frame = site.pages()
                .page(context, view.name(), Section.WORKFLOWS, "graph.css", "graphs.css", "graph.js", "tasks.js");
        site.pages().show(context, output -> JteworkflowGenerated.render(output, null, frame, view));
    }

    private WorkflowView view(WorkflowText text) {
        try {
            Plan plan = site.workbench().plan(text.file(), text.text());
            GraphView graph = graphs.of(text.path(), text.hash(), plan);
            return view(text, plan.workflow().name(), List.of(), Optional.of(graph), tasks(text.path(), plan));
        } catch (WorkflowException e) {
            List<String> problems =
                    e.problems().stream().map(WorkflowTopic::line).toList();
            return view(text, text.path(), problems, Optional.empty(), List.of());
        }
    }

    private static String line(Problem problem) {
        return "Line " + problem.position().toString().replaceFirst(":", ", column ") + ": " + problem.message();
    }

    private WorkflowView view(
            WorkflowText text,
            String name,
            List<String> problems,
            Optional<GraphView> graph,
            List<WorkflowView.Task> tasks) {
        History.Past past = history.of(text.path());
        return new WorkflowView(
                text.path(),
                name,
                Address.edit(text.path()),
                problems,
                graph,
                tasks,
                runs.current(text.path()).map(Address::run).orElse(""),
                past.runs().stream().map(WorkflowTopic::past).toList(),
                past.unreadable());
    }

    private static WorkflowView.Past past(PastRun run) {
        return new WorkflowView.Past(
                Address.run(run.id()),
                run.outcome().toString(),
                Figures.time(run.started()),
                run.started().toString(),
                Figures.duration(run.took()),
                Figures.number(run.entities()),
                run.error().orElse(""));
    }

    private List<WorkflowView.Task> tasks(String path, Plan plan) {
        UnaryOperator<String> shown = site.workbench().redactor()::redact;
        Map<String, List<String>> connections = connections(plan, shown);
        return plan.tasks().stream()
                .map(planned -> task(path, planned, connections, shown))
                .toList();
    }

    private static WorkflowView.Task task(
            String path, PlannedTask planned, Map<String, List<String>> connections, UnaryOperator<String> shown) {
        String id = planned.task().id();
        String label = planned.task().label();
        return new WorkflowView.Task(
                shown.apply(id),
                label.equals(id) ? "" : shown.apply(label),
                Address.edit(path, id),
                planned.operator().description().label(),
                Address.operator(planned.operator().description().id()),
                connections.getOrDefault(id, List.of()));
    }

    /** What leads to each task, in words. */
    private static Map<String, List<String>> connections(Plan plan, UnaryOperator<String> shown) {
        Map<String, List<String>> connections = new HashMap<>();
        for (TaskLink link : plan.links()) {
            String word = switch (link.kind()) {
                case DATA -> "data of ";
                case CONFIG -> "config of ";
                case DEPENDENCY -> "after ";
            };
            connections.computeIfAbsent(link.to(), to -> new ArrayList<>()).add(word + shown.apply(link.source()));
        }
        return connections;
    }
}
