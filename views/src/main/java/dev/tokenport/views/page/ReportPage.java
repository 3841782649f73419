package dev.tokenport.views.page;

import dev.tokenport.views.graph.Drawing;
import dev.tokenport.views.graph.GraphSvg;
import dev.tokenport.views.graph.Shown;
import dev.tokenport.views.graph.TaskState;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.TaskStatus;
import dev.tokenport.workflow.view.Figures;
import dev.tokenport.workflow.view.ViewedRun;
import dev.tokenport.workflow.view.ViewedWorkflow.ViewedTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the page of a run. For one thread. */
public final class ReportPage {

    private final ViewedRun run;
    private final RunReport report;
    private final Drawing drawing;

    private ReportPage(ViewedRun run) {
        this.run = run;
        this.report = run.report();
        this.drawing = drawing(run);
    }

    /** The page as a whole HTML file, which loads nothing. */
    public static String of(ViewedRun run) {
        return Templates.report(new ReportPage(run).view());
    }

    private RunView view() {
        List<String> names = drawing.tasks().stream().map(Drawing.Task::title).toList();
        var timeLine = new TimeLine(report.started(), report.finished(), report.tasks(), names);
        var requests = new RequestTable(report.tasks(), names);
        return new RunView(
                drawing.name(),
                Shown.text(run.file()),
                Badges.of(report.outcome()),
                report.started().toString(),
                Figures.time(report.started()),
                tiles(requests),
                PageStyle.CSS,
                PageStyle.POLICY,
                new Troubles(report, drawing).all(),
                Templates.markup(GraphSvg.legend()),
                Templates.markup(GraphSvg.part(drawing)),
                GraphSvg.note(drawing),
                Templates.markup(timeLine.svg()),
                timeLine.caption(),
                new TaskTable(report, drawing).rows(),
                requests.rows(),
                facts());
    }

    private static Drawing drawing(ViewedRun run) {
        List<Drawing.Task> tasks = new ArrayList<>();
        for (int i = 0; i < run.workflow().tasks().size(); i++) {
            ViewedTask task = run.workflow().tasks().get(i);
            TaskRecord record = run.report().tasks().get(i);
            tasks.add(new Drawing.Task(
                    Shown.text(task.title()),
                    Shown.text(task.label()),
                    Shown.text(task.operator()),
                    Optional.of(new Drawing.Stand(TaskState.of(record.status()), figures(record))),
                    Optional.of("#" + TaskTable.anchor(i))));
        }
        return new Drawing(Shown.text(run.workflow().name()), tasks, Drawing.links(run.workflow()));
    }

    private static String figures(TaskRecord task) {
        List<String> figures = new ArrayList<>();
        TaskTable.duration(task).map(Figures::duration).ifPresent(figures::add);
        if (task.entities() > 0) {
            figures.add(Figures.count(task.entities(), "entity", "entities"));
        }
        if (task.entities() == 0 && task.taken() > 0) {
            figures.add(Figures.number(task.taken()) + " taken");
        }
        if (task.rejects() > 0) {
            figures.add(Figures.number(task.rejects()) + " rejected");
        }
        return String.join(" · ", figures);
    }

    private List<RunView.Tile> tiles(RequestTable requests) {
        List<RunView.Tile> tiles = new ArrayList<>();
        Duration took = Duration.between(report.started(), report.finished());
        tiles.add(new RunView.Tile(Figures.duration(took), "from start to end"));
        for (TaskStatus status : TaskStatus.values()) {
            long tasks = report.tasks().stream()
                    .filter(task -> task.status() == status)
                    .count();
            if (tasks > 0 || status == TaskStatus.DONE) {
                tiles.add(new RunView.Tile(Figures.number(tasks), (tasks == 1 ? "task " : "tasks ") + status));
            }
        }
        for (var tile : List.of(
                requests.total("requests", "request sent", "requests sent"),
                requests.total("received", "token received", "tokens received"),
                requests.total("renewed", "token renewed", "tokens renewed"))) {
            if (!tile.figure().equals("0")) {
                tiles.add(tile);
            }
        }
        return tiles;
    }

    private List<RunView.Fact> facts() {
        List<RunView.Fact> facts = new ArrayList<>();
        for (int i = 0; i < report.tasks().size(); i++) {
            String title = drawing.tasks().get(i).title();
            for (var fact : report.tasks().get(i).facts().entrySet()) {
                String name = Shown.text(fact.getKey());
                facts.add(new RunView.Fact(TaskTable.anchor(i), title, name, Shown.text(fact.getValue())));
                title = "";
            }
        }
        return facts;
    }
}
