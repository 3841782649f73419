package dev.tokenport.web.run;

import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.view.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is known of a task while its run goes on; however much it says, this does not grow. For one thread at a time. */
final class TaskProgress {

    static final String PLANNED = "planned";
    static final String RUNNING = "running";

    private static final int WARNINGS = 20;
    private static final int LONGEST = 500;

    private final int number;
    private final List<String> warnings = new ArrayList<>();
    private String state = PLANNED;
    private String entities = "";
    private String took = "";
    private String message = "";
    private int unseen;
    private long version;

    TaskProgress(int number) {
        this.number = number;
    }

    void started(long moment) {
        state = RUNNING;
        version = moment;
    }

    void says(String words, long moment) {
        message = cut(words);
        version = moment;
    }

    void warned(String words, long moment) {
        if (warnings.size() < WARNINGS) {
            warnings.add(cut(words));
        } else {
            unseen++;
        }
        version = moment;
    }

    void finished(TaskRecord record, long moment) {
        state = record.status().toString();
        entities = record.entities() == 0 ? "" : Figures.number(record.entities());
        took = record.started()
                .flatMap(from -> record.finished().map(to -> Duration.between(from, to)))
                .map(Figures::duration)
                .orElse("");
        message = record.error().map(TaskProgress::cut).orElse("");
        version = moment;
    }

    boolean isNewerThan(long moment) {
        return version > moment;
    }

    String state() {
        return state;
    }

    TaskStand stand() {
        List<String> shown = new ArrayList<>(warnings);
        if (unseen > 0) {
            shown.add("and " + Figures.number(unseen) + " more, which the report has");
        }
        return new TaskStand(number, state, entities, took, message, shown);
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
