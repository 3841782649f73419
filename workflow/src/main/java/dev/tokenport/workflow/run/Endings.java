package dev.tokenport.workflow.run;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunEnding;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What tasks have left to be done when none of them is at work any more; the last one asked for is done first. Thread-safe. */
final class Endings {

    private final Deque<Left> left = new ArrayDeque<>();

    private record Left(TaskLog task, RunEnding ending) {}

    synchronized void add(TaskLog task, RunEnding ending) {
        left.push(new Left(task, ending));
    }

    /** Whether there is anything to be done. */
    synchronized boolean isAny() {
        return !left.isEmpty();
    }

    /**
     * Does all of it; what fails is a warning of its task. An interruption ends it.
     *
     * @return whether it was interrupted
     */
    boolean run() {
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
