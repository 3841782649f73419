package dev.tokenport.cli;

import dev.tokenport.http.Durations;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Shows a run while it happens: a line for what is over and what people should know; on a terminal one more, which is
 * replaced all the time, for what is going on. Called by one thread at a time.
 */
final class Progress implements RunListener {

    private final Screen screen;
    private final Set<String> running = new LinkedHashSet<>();

    Progress(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void started(String task, String label) {
        running.add(task);
        if (!screen.colourOnError()) {
            screen.say(task + ": started" + (label.equals(task) ? "" : " (" + label + ")"));
        }
        showRunning();
    }

    @Override
    public void progress(String task, String message) {
        screen.say(task + ": " + message);
        showRunning();
    }

    @Override
    public void waits(String message) {
        screen.say(message);
        showRunning();
    }

    @Override
    public void warned(String task, String message) {
        screen.say(task + ": " + paint("33", "warning: ") + message);
        showRunning();
    }

    @Override
    public void finished(TaskRecord task) {
        running.remove(task.id());
        screen.say(line(task));
        showRunning();
    }

    private void showRunning() {
        if (!running.isEmpty()) {
            screen.sayMeanwhile("running: " + String.join(", ", running));
        }
    }

    private String line(TaskRecord task) {
        var line = new StringBuilder(task.id())
                .append(": ")
                .append(paint(colour(task.status()), task.status().toString()));
        if (task.status() == TaskStatus.DONE && task.entities() > 0) {
            line.append(", ").append(Words.count(task.entities(), "entity"));
        }
        if (task.rejects() > 0) {
            line.append(", ").append(rejected(task));
        }
        task.started()
                .ifPresent(from -> task.finished()
                        .ifPresent(to -> line.append(", ").append(Durations.words(Duration.between(from, to)))));
        return line.toString();
    }

    /** {@code 3 of 100 entities rejected}; of a task without an input, only how many. */
    private static String rejected(TaskRecord task) {
        return task.taken() == 0
                ? task.rejects() + " rejected"
                : task.rejects() + " of " + Words.count(task.taken(), "entity") + " rejected";
    }

    private static String colour(TaskStatus status) {
        return switch (status) {
            case DONE -> "32";
            case FAILED -> "31";
            case CANCELLED, SKIPPED -> "33";
        };
    }

    private String paint(String colour, String text) {
        return screen.colourOnError() ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
