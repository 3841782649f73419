package dev.tokenport.silk.run;

import dev.tokenport.operator.TaskReport;
import dev.tokenport.secret.OneLine;
import dev.tokenport.secret.Redactor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a task tells about itself, redacted and bounded. Thread-safe. */
final class TaskNotes implements TaskReport {

    private static final int MOST = 100;
    private static final int MOST_REASONS = 5;

    private final Redactor redactor;
    private final Runnable changed;
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();
    private long unkept;
    private long rejected;

    /**
     * Nothing yet.
     *
     * @param changed is told of each warning and fact
     */
    TaskNotes(Redactor redactor, Runnable changed) {
        this.redactor = redactor;
        this.changed = changed;
    }

    /** A text as it may be shown: redacted first, then on one line. */
    String shown(String text) {
        return OneLine.of(redactor.redact(text).strip());
    }

    @Override
    public void warning(String message) {
        String shown = shown(message);
        synchronized (this) {
            if (warnings.size() < MOST) {
                warnings.add(shown);
            } else {
                unkept++;
            }
        }
        changed.run();
    }

    @Override
    public void fact(String name, String value) {
        String shownName = shown(name);
        String shownValue = shown(value);
        synchronized (this) {
            if (facts.size() < MOST || facts.containsKey(shownName)) {
                facts.put(shownName, shownValue);
            }
        }
        changed.run();
    }

    /** Counts an entity that the task has given up; of some it is told why. */
    synchronized void rejected(String reason) {
        rejected++;
        if (reasons.size() < MOST_REASONS) {
            reasons.add(shown(reason));
        }
    }

    synchronized long rejects() {
        return rejected;
    }

    /** All warnings, with what was given up at the end. */
    synchronized List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        if (unkept > 0) {
            all.add("… and " + unkept + " more warnings");
        }
        if (rejected > 0) {
            all.add((rejected == 1 ? "1 entity was" : rejected + " entities were") + " given up");
            reasons.forEach(reason -> all.add("given up: " + reason));
        }
        if (rejected > reasons.size()) {
            all.add("… and " + (rejected - reasons.size()) + " more that were given up");
        }
        return all;
    }

    synchronized Map<String, String> facts() {
        Map<String, String> all = new LinkedHashMap<>(facts);
        if (rejected > 0) {
            all.put("given up", String.valueOf(rejected));
        }
        return all;
    }
}
