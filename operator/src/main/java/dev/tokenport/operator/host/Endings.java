package dev.tokenport.operator.host;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunEnding;
import dev.tokenport.operator.TaskReport;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What tasks have left to be done when none of them is at work any more; the last one asked for is done first. Thread-safe. */
public final class Endings {

    private final Deque<Left> left = new ArrayDeque<>();

    private record Left(TaskReport task, RunEnding ending) {}

    /** Nothing yet. */
    public Endings() {}

    /** One more; the report is told if it fails. */
    public synchronized void add(TaskReport task, RunEnding ending) {
        left.push(new Left(task, ending));
    }

    /** Whether there is anything to be done. */
    public synchronized boolean isAny() {
        return !left.isEmpty();
    }

    /**
     * Does all of it; what fails is a warning of its task. An interruption ends it.
     *
     * @return whether it was interrupted
     */
    public boolean run() {
        for (Left next = next(); next != null; next = next()) {
            try {
                next.ending().run();
            } catch (InterruptedException e) {
                next.task().warning("what was to be done at the end of the run was interrupted");
                return true;
            } catch (OperatorException | RuntimeException e) {
                next.task().warning(String.valueOf(e.getMessage()));
            }
        }
        return false;
    }

    private synchronized @Nullable Left next() {
        return left.poll();
    }
}
