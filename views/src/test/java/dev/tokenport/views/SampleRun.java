package dev.tokenport.views;

import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.TaskLink;
import dev.tokenport.workflow.TaskLink.Kind;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;
import dev.tokenport.workflow.view.ViewedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reports of runs as an engine makes them. For one thread. */
public final class SampleRun {

    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final List<TaskRecord> tasks = new ArrayList<>();
    private final List<TaskLink> links = new ArrayList<>();
    private String name = "orders";

    public SampleRun named(String workflow) {
        name = workflow;
        return this;
    }

    /** A task that is done, and was at work for some milliseconds from a moment on. */
    public SampleRun done(String id, String label, String operator, long from, long millis, long entities) {
        return add(id, label, operator, TaskStatus.DONE, from, millis, entities, Map.of(), List.of(), null);
    }

    /** A task that tells facts and warns. */
    public SampleRun done(
            String id, String operator, long from, long millis, Map<String, String> facts, String... warnings) {
        return add(id, id, operator, TaskStatus.DONE, from, millis, 1, facts, List.of(warnings), null);
    }

    public SampleRun failed(String id, String operator, long from, long millis, String error) {
        return add(id, id, operator, TaskStatus.FAILED, from, millis, 0, Map.of(), List.of(), error);
    }

    public SampleRun cancelled(String id, String operator, long from, long millis) {
        return add(id, id, operator, TaskStatus.CANCELLED, from, millis, 12, Map.of(), List.of(), null);
    }

    public SampleRun skipped(String id, String operator) {
        return add(id, id, operator, TaskStatus.SKIPPED, -1, 0, 0, Map.of(), List.of(), null);
    }

    public SampleRun link(String from, Kind kind, String to) {
        links.add(new TaskLink(from, OutputPort.MAIN, to, kind));
        return this;
    }

    public SampleRun rejects(String from, String to) {
        links.add(new TaskLink(from, OutputPort.REJECTS, to, Kind.DATA));
        return this;
    }

    private SampleRun add(
            String id,
            String label,
            String operator,
            TaskStatus status,
            long from,
            long millis,
            long entities,
            Map<String, String> facts,
            List<String> warnings,
            @Nullable String error) {
        Optional<Instant> started = from < 0 ? Optional.empty() : Optional.of(START.plusMillis(from));
        tasks.add(new TaskRecord(
                id,
                label,
                operator,
                status,
                started,
                started.map(time -> time.plusMillis(millis)),
                entities,
                entities,
                0,
                0,
                new LinkedHashMap<>(facts),
                warnings,
                Optional.ofNullable(error)));
        return this;
    }

    public RunReport report(RunOutcome outcome) {
        Instant end = tasks.stream()
                .flatMap(task -> task.finished().stream())
                .max(Instant::compareTo)
                .orElse(START);
        return RunReport.of(name, name + ".yaml", outcome, START, end.plus(Duration.ofMillis(9)), tasks, links);
    }

    public ViewedRun view(RunOutcome outcome) {
        return ViewedRun.of(report(outcome), UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** A token, some requests with it, and what becomes of them: one of each state. */
    public static SampleRun ofAllStates() {
        return new SampleRun()
                .done(
                        "auth",
                        "OAuth2 Authentication",
                        4,
                        212,
                        Map.of("grant", "client_credentials", "requests", "3", "received", "2", "renewed", "1"),
                        "the server gave scope 'read' only, of 'read write'")
                .done("orders", "Orders of today", "HTTP request", 220, 1840, 1204)
                .failed(
                        "stock",
                        "HTTP request",
                        224,
                        700,
                        "task 'stock' (HTTP request): https://api.example.org/stock answered 503; it was tried 3 times")
                .cancelled("report", "Transform", 500, 430)
                .skipped("file", "JSON dataset")
                .link("auth", Kind.CONFIG, "orders")
                .link("auth", Kind.CONFIG, "stock")
                .link("orders", Kind.DATA, "report")
                .link("stock", Kind.DATA, "file")
                .link("report", Kind.DEPENDENCY, "file")
                .rejects("orders", "file");
    }

    /** A token, and so many tasks: every second asks with it, and every next one writes what it got. */
    public static SampleRun ofTasks(int tasks) {
        var run = new SampleRun().done("auth", "OAuth2 Authentication", 0, 180, Map.of("requests", "1"));
        for (int i = 1; i < tasks; i++) {
            String id = (i % 2 == 1 ? "request-" : "file-") + (i + 1) / 2;
            String operator = i % 2 == 1 ? "HTTP request" : "JSON dataset";
            run.done(id, id, operator, 180 + (i / 16) * 110L, 90 + (i * 37) % 170, i * 13L);
            if (i % 2 == 1) {
                run.link("auth", Kind.CONFIG, id);
            } else {
                run.link("request-" + i / 2, Kind.DATA, id);
            }
            if (i % 12 == 6) {
                run.link("file-" + (i / 2 - 2), Kind.DEPENDENCY, id);
            }
        }
        return run;
    }
}
