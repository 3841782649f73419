package dev.tokenport.views.page;

import dev.tokenport.views.graph.Markup;
import dev.tokenport.views.graph.Shown;
import dev.tokenport.views.graph.StateIcon;
import dev.tokenport.views.graph.TaskState;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.view.Figures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When each task of a run was at work, as a part of a page: a bar for each, those that began first on top. Immutable. */
final class TimeLine {

    private static final double NAMES = 210;
    private static final double BARS = 900;
    private static final double AFTER = 110;
    private static final double ROW = 26;
    private static final double AXIS = 26;
    private static final double BAR = 14;
    private static final int MOST_TICKS = 8;
    private static final double SIZE = 12.5;

    /** So many are shown at the most: those that took longest. */
    private static final int MOST_BARS = 2_000;

    private final Instant start;
    private final double nanos;
    private final List<Bar> bars = new ArrayList<>();
    private final List<Bar> shown;

    private record Bar(TaskRecord task, String label, Instant from, Instant to) {

        Duration duration() {
            return Duration.between(from, to);
        }
    }

    /** The tasks that began, and their names as they are to be shown, in the order of the report. */
    TimeLine(Instant start, Instant finish, List<TaskRecord> tasks, List<String> labels) {
        this.start = start;
        for (int i = 0; i < tasks.size(); i++) {
            TaskRecord task = tasks.get(i);
            if (task.started().isPresent()) {
                Instant from = task.started().get();
                bars.add(new Bar(task, labels.get(i), from, task.finished().orElse(finish)));
            }
        }
        bars.sort(Comparator.comparing(Bar::from));
        this.shown = bars.size() <= MOST_BARS ? bars : longest(bars);
        // Clocks of several machines differ: a task may end after the run.
        Instant last = bars.stream().map(Bar::to).max(Comparator.naturalOrder()).orElse(finish);
        this.nanos = Math.max(
                1, Duration.between(start, last.isAfter(finish) ? last : finish).toNanos());
    }

    private static List<Bar> longest(List<Bar> bars) {
        return bars.stream()
                .sorted(Comparator.comparing(Bar::duration).reversed())
                .limit(MOST_BARS)
                .sorted(Comparator.comparing(Bar::from))
                .toList();
    }

    /** What it shows, in a sentence or two. */
    String caption() {
        if (bars.isEmpty()) {
            return "No task began.";
        }
        int most = mostAtATime();
        String aside =
                most == 1 ? "One task was at work at a time." : "Up to " + most + " tasks were at work side by side.";
        return shown.size() == bars.size()
                ? aside
                : aside + " Shown are the " + Figures.number(shown.size()) + " tasks that took longest.";
    }

    /** How many tasks were at work at the same time, at the most. */
    int mostAtATime() {
        List<Instant> ends = bars.stream().map(Bar::to).sorted().toList();
        int most = 0;
        int ended = 0;
        for (int begun = 0; begun < bars.size(); begun++) {
            while (ended < begun && !ends.get(ended).isAfter(bars.get(begun).from())) {
                ended++;
            }
            most = Math.max(most, begun + 1 - ended);
        }
        return most;
    }

    /** The bars; empty if no task began. */
    String svg() {
        if (shown.isEmpty()) {
            return "";
        }
        double width = NAMES + BARS + AFTER;
        double height = AXIS + shown.size() * ROW + 6;
        var svg = new Markup();
        svg.begin(
                "svg",
                "class",
                "timeline fitting",
                "role",
                "group",
                "aria-labelledby",
                "timeline-title",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + (long) width + " " + (long) height);
        svg.element("title", "When each task was at work; the table of tasks says the same", "id", "timeline-title");
        axis(svg, height);
        for (int row = 0; row < shown.size(); row++) {
            draw(svg, shown.get(row), AXIS + row * ROW);
        }
        return svg.end().toString();
    }

    private void axis(Markup svg, double height) {
        long step = step((long) nanos);
        for (long tick = 0; tick <= nanos; tick += step) {
            double x = NAMES + tick / nanos * BARS;
            svg.empty("path", "class", "tick", "d", "M" + Math.round(x * 10) / 10.0 + " " + (AXIS - 6) + "V" + height);
            String time = tick == 0 ? "0" : Figures.duration(Duration.ofNanos(tick));
            svg.element("text", time, "class", "time", "x", x, "y", AXIS - 11, "text-anchor", "middle");
        }
    }

    /** The distance of the times that are written: 1, 2 or 5, and so many noughts; from a minute on what clocks show. */
    static long step(long nanos) {
        long least = Math.max(1, nanos / MOST_TICKS);
        for (long minutes : new long[] {1, 2, 5, 10, 15, 30, 60, 120, 360, 720, 1440}) {
            long step = Duration.ofMinutes(minutes).toNanos();
            if (least > Duration.ofSeconds(20).toNanos() && step >= least) {
                return step;
            }
        }
        long unit = Duration.ofMillis(1).toNanos();
        while (unit * 10 <= least) {
            unit *= 10;
        }
        for (int times : new int[] {1, 2, 5}) {
            if (unit * times >= least) {
                return unit * times;
            }
        }
        return unit * 10;
    }

    private void draw(Markup svg, Bar bar, double y) {
        double from = NAMES + at(bar.from()) * BARS;
        double width = Math.max(3, NAMES + at(bar.to()) * BARS - from);
        String status = bar.task().status().toString();
        String duration = Figures.duration(bar.duration());
        svg.begin("g", "class", "bar " + status);
        svg.element("title", bar.label() + ": " + status + ", " + duration);
        svg.empty("path", "class", "row", "d", "M0 " + (y + ROW) + "H" + (NAMES + BARS + AFTER));
        svg.begin("g", "transform", "translate(11 " + (y + ROW / 2) + ") scale(.78)");
        StateIcon.draw(svg, TaskState.of(bar.task().status()), 0, 0);
        svg.end();
        String label = Shown.cut(bar.label(), NAMES - 34, SIZE);
        svg.element("text", label, "class", "who", "x", 26.0, "y", y + 17.5);
        svg.empty(
                "rect", "class", "span", "x", from, "y", y + (ROW - BAR) / 2, "width", width, "height", BAR, "rx", 3.0);
        svg.element("text", duration, "class", "long", "x", from + width + 6, "y", y + 17.5);
        svg.end();
    }

    private double at(Instant time) {
        return Math.min(1, Math.max(0, Duration.between(start, time).toNanos() / nanos));
    }
}
