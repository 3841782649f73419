package dev.tokenport.web.run;

import dev.tokenport.secret.Redactor;
import dev.tokenport.web.graph.GraphView;
import dev.tokenport.web.graph.Graphs;
import dev.tokenport.web.history.PastRun;
import dev.tokenport.web.site.Address;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.PlannedTask;
import dev.tokenport.workflow.view.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what the page of a run shows. Thread-safe. */
final class RunPage {

    private final Graphs graphs;
    private final Redactor redactor;

    RunPage(Graphs graphs, Redactor redactor) {
        this.graphs = graphs;
        this.redactor = redactor;
    }

    /** Of a run that goes on, or was over a short while ago. */
    RunView of(Run run, String note) {
        Optional<Run.End> end = run.end();
        // What became of it is asked first: a page that shows no end then sees it come.
        Changes all = run.progress().since(-1);
        GraphView graph = graphs.of(run.text().path(), run.text().hash(), run.plan());
        var going = new RunView.Going(all.summary(), graph, rows(run.text().path(), run.plan(), all.tasks()));
        return view(
                run.id(),
                run.plan().workflow().name(),
                run.text().path(),
                end.map(it -> it.summary().outcome().toString())
                        .orElse(all.phase().toString()),
                run.started(),
                note,
                Optional.of(going),
                end.map(it -> EndView.of(it.summary(), it.keeping())));
    }

    /** Of a run of which the history knows. */
    RunView of(PastRun run) {
        return view(
                run.id(),
                run.workflow(),
                run.path(),
                run.outcome().toString(),
                run.started(),
                "",
                Optional.empty(),
                Optional.of(EndView.of(run, "")));
    }

    private static RunView view(
            String id,
            String name,
            String path,
            String phase,
            Instant started,
            String note,
            Optional<RunView.Going> going,
            Optional<EndView> end) {
        return new RunView(
                id,
                name,
                path,
                Address.workflow(path),
                phase,
                Figures.time(started),
                started.toString(),
                note,
                going,
                end);
    }

    private List<RunView.Row> rows(String path, Plan plan, List<TaskStand> stands) {
        List<RunView.Row> rows = new ArrayList<>();
        for (TaskStand stand : stands) {
            PlannedTask planned = plan.tasks().get(stand.number());
            String id = planned.task().id();
            String label = planned.task().label();
            rows.add(new RunView.Row(
                    stand.number(),
                    redactor.redact(id),
                    label.equals(id) ? "" : redactor.redact(label),
                    planned.operator().description().label(),
                    Address.edit(path, id),
                    stand.state(),
                    stand.entities(),
                    stand.took(),
                    stand.message(),
                    stand.warnings()));
        }
        return rows;
    }
}
