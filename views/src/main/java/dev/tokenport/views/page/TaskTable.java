package dev.tokenport.views.page;

import dev.tokenport.views.graph.Drawing;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.view.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tasks of a run as a table, which says what the graph and the time line show. Immutable. */
final class TaskTable {

    private final RunReport report;
    private final Drawing drawing;

    TaskTable(RunReport report, Drawing drawing) {
        this.report = report;
        this.drawing = drawing;
    }

    /** Where the page has a task. */
    static String anchor(int task) {
        return "task-" + (task + 1);
    }

    /** How long a task was at work, empty if it did not begin. */
    static Optional<Duration> duration(TaskRecord task) {
        return task.started().flatMap(from -> task.finished().map(to -> Duration.between(from, to)));
    }

    List<RunView.Row> rows() {
        List<List<String>> sources = sources();
        List<RunView.Row> rows = new ArrayList<>();
        for (int i = 0; i < report.tasks().size(); i++) {
            rows.add(row(i, report.tasks().get(i), sources.get(i)));
        }
        return rows;
    }

    private RunView.Row row(int number, TaskRecord task, List<String> sources) {
        Drawing.Task drawn = drawing.tasks().get(number);
        boolean hasLabel = !drawn.label().equals(drawn.title());
        return new RunView.Row(
                anchor(number),
                drawn.title(),
                hasLabel ? drawn.label() : "",
                drawn.operator(),
                Badges.of(task.status()),
                task.started().map(this::offset).orElse(""),
                duration(task).map(Figures::duration).orElse(""),
                figure(task.taken()),
                figure(task.entities()),
                figure(task.rejects()),
                sources);
    }

    private String offset(Instant began) {
        Duration after = Duration.between(report.started(), began);
        return "+" + Figures.duration(after.isNegative() ? Duration.ZERO : after);
    }

    private static String figure(long number) {
        return number == 0 ? "" : Figures.number(number);
    }

    /** What leads to each task, in words. */
    private List<List<String>> sources() {
        List<List<String>> sources = new ArrayList<>();
        drawing.tasks().forEach(task -> sources.add(new ArrayList<>()));
        for (Drawing.Link link : drawing.links()) {
            String from = drawing.tasks().get(link.from()).title();
            String word = switch (link.kind()) {
                case DATA -> "data of ";
                case CONFIG -> "config of ";
                case DEPENDENCY -> "after ";
            };
            sources.get(link.to()).add(word + (link.rejects() ? from + ".rejects" : from));
        }
        return sources;
    }
}
