package dev.tokenport.temporal;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.temporal.message.RunClosing;
import dev.tokenport.temporal.message.RunOrder;
import dev.tokenport.temporal.message.SentOrder;
import dev.tokenport.temporal.message.SentProgress;
import dev.tokenport.temporal.message.TaskDefinition;
import dev.tokenport.workflow.TaskLink;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskNotes;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.RunOutcome;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a run from what its tasks and itself have said; a listener hears of it once. For one thread. */
final class RunAccount {

    private static final TaskNotes FORGOTTEN = new TaskNotes(
            Map.of(),
            List.of("what it did is not known any more: Temporal has dropped that part of the run's history"));

    private final RunOrder order;
    private final Map<String, TaskDefinition> definitions = new HashMap<>();
    private final Instant started;
    private final RunListener listener;
    private final Map<String, TaskStatus> forgotten = new LinkedHashMap<>();
    private final Map<String, TaskRecord> records = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, String> doing = new LinkedHashMap<>();
    private boolean failed;
    private @Nullable RunClosing closing;
    private @Nullable Instant ended;

    /** What is known of a run by its first history that is kept. */
    RunAccount(SentOrder sent, Instant when, RunListener listener) {
        this.order = sent.order();
        this.started = sent.reached().map(SentProgress::started).orElse(when);
        this.listener = listener;
        order.tasks().forEach(task -> definitions.put(task.id(), task));
        sent.reached()
                .ifPresent(progress -> progress.done().stream()
                        .forEach(task -> forgotten.put(order.tasks().get(task).id(), TaskStatus.DONE)));
    }

    RunOrder order() {
        return order;
    }

    /** A worker has begun with a task, maybe not for the first time. */
    void begun(String task) {
        if (begun.add(task)) {
            listener.started(task, definition(task).label());
        }
    }

    /** Something waits for a worker. */
    void waits(String message) {
        listener.waits(message);
    }

    /** A task says what it is doing. */
    void doing(String task, String message) {
        begun(task);
        if (!message.isEmpty() && !message.equals(doing.put(task, message))) {
            listener.progress(task, message);
        }
    }

    /** A worker has said what became of a task. */
    void ended(TaskRecord record) {
        String task = record.id();
        begun(task);
        records.put(task, record);
        if (record.status() == TaskStatus.DONE && !failed) {
            tell(record);
        } else if (record.status() == TaskStatus.FAILED && !failed) {
            failed = true;
            listener.failed(task, new OperatorException(record.error().orElse("")));
            tell(record);
        }
    }

    private void tell(TaskRecord record) {
        if (told.add(record.id())) {
            record.warnings().forEach(warning -> listener.warned(record.id(), warning));
            listener.finished(record);
        }
    }

    /** The run has ended, and said what became of its tasks; without that, somebody else has ended it. */
    void closed(@Nullable RunClosing said, Instant when) {
        closing = said == null ? abandoned() : said;
        ended = when;
    }

    boolean isClosed() {
        return closing != null;
    }

    Optional<RunOutcome> outcome() {
        return Optional.ofNullable(closing).map(RunClosing::outcome);
    }

    /** What became of the tasks that have ended, in the order of the plan. */
    Map<String, TaskStatus> ends() {
        Map<String, TaskStatus> ends = new LinkedHashMap<>(forgotten);
        records.forEach((id, record) -> ends.put(id, record.status()));
        return ends;
    }

    private RunClosing abandoned() {
        List<TaskStatus> statuses = order.tasks().stream()
                .map(task -> Optional.ofNullable(records.get(task.id()))
                        .map(TaskRecord::status)
                        .or(() -> Optional.ofNullable(forgotten.get(task.id())))
                        .orElse(begun.contains(task.id()) ? TaskStatus.CANCELLED : TaskStatus.SKIPPED))
                .toList();
        return new RunClosing(RunOutcome.CANCELLED, statuses, null, Map.of(), Map.of());
    }

    /** The report of a run that has ended. */
    RunReport report() {
        RunClosing end = closing;
        Instant finished = ended;
        if (end == null || finished == null) {
            throw new IllegalStateException("the run has not ended");
        }
        List<TaskRecord> all = new ArrayList<>();
        for (int task = 0; task < order.tasks().size(); task++) {
            TaskRecord record = record(order.tasks().get(task), end.statuses().get(task), end);
            tell(record);
            all.add(record);
        }
        return RunReport.of(order.workflow(), order.file(), end.outcome(), started, finished, all, links());
    }

    private List<TaskLink> links() {
        List<TaskLink> links = new ArrayList<>();
        for (TaskDefinition task : order.tasks()) {
            task.flow().connections().forEach(connection -> links.add(TaskLink.of(connection, task.id())));
        }
        return links;
    }

    private TaskRecord record(TaskDefinition task, TaskStatus status, RunClosing end) {
        TaskRecord known = Optional.ofNullable(records.get(task.id())).orElseGet(() -> unknown(task));
        TaskNotes notes = new TaskNotes(known.facts(), known.warnings())
                .and(end.notes().getOrDefault(task.id(), TaskNotes.NONE))
                .and(forgotten.containsKey(task.id()) ? FORGOTTEN : TaskNotes.NONE);
        return new TaskRecord(
                task.id(),
                task.label(),
                task.operator(),
                status,
                known.started(),
                known.finished(),
                known.taken(),
                known.entities(),
                known.rejects(),
                end.renewals().getOrDefault(task.id(), 0),
                notes.facts(),
                notes.warnings(),
                status == TaskStatus.FAILED ? Optional.ofNullable(end.error()) : Optional.empty());
    }

    private static TaskRecord unknown(TaskDefinition task) {
        return new TaskRecord(
                task.id(),
                task.label(),
                task.operator(),
                TaskStatus.SKIPPED,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                0,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    /** What a task of this id is. */
    TaskDefinition definition(String task) {
        return Objects.requireNonNull(definitions.get(task));
    }
}
