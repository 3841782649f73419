package dev.tokenport.temporal.message;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order on its way, and how far the run is when it goes on in another history. Immutable.
 *
 * @param version the version of what a workflow makes of it; what follows is that of {@link RunOrder#VERSION}
 * @param workflow the workflow's name
 * @param file the workflow's file as the user named it
 * @param tasks the tasks, in version 1
 * @param packed the tasks, compressed, from version 2
 * @param parallel how many tasks may be at work at a time
 * @param heartbeat how long a worker may be silent before it is taken to be lost
 * @param bounds when the run goes on in another history, from version 2
 * @param searchable whether the task that failed is to be found by a search attribute
 * @param progress how far the run is; nothing at its start
 */
public record SentOrder(
        int version,
        String workflow,
        String file,
        @Nullable List<TaskDefinition> tasks,
        @Nullable String packed,
        int parallel,
        Duration heartbeat,
        @Nullable HistoryBounds bounds,
        boolean searchable,
        @Nullable SentProgress progress) {

    /** An order as it is sent. */
    public static SentOrder of(RunOrder order, HistoryBounds bounds, boolean searchable) {
        return new SentOrder(
                order.version(),
                order.workflow(),
                order.file(),
                null,
                PackedTasks.pack(order.tasks()),
                order.parallel(),
                order.heartbeat(),
                bounds,
                searchable,
                null);
    }

    /** The same order, for a run that is so far. */
    public SentOrder at(SentProgress reached) {
        return new SentOrder(version, workflow, file, tasks, packed, parallel, heartbeat, bounds, searchable, reached);
    }

    /** How far the run is; empty at its start. */
    public Optional<SentProgress> reached() {
        return Optional.ofNullable(progress);
    }

    /**
     * The order.
     *
     * @throws IllegalArgumentException if its tasks cannot be read
     */
    public RunOrder order() {
        List<TaskDefinition> all = tasks == null ? PackedTasks.unpack(Objects.requireNonNull(packed)) : tasks;
        return new RunOrder(version, workflow, file, all, parallel, heartbeat);
    }
}
