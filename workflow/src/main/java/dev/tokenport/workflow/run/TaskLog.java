package dev.tokenport.workflow.run;

import dev.tokenport.operator.TaskReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a task tells about itself. It is bounded, so that a task that warns about each of its entities does no harm.
 * Thread-safe.
 */
final class TaskLog implements TaskReport {

    private static final int MOST = 100;

    private final String task;
    private final RunScope scope;
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private long unkept;

    TaskLog(String task, RunScope scope) {
        this.task = task;
        this.scope = scope;
    }

    @Override
    public void warning(String message) {
        String shown = scope.shown(message);
        synchronized (this) {
            if (warnings.size() >= MOST) {
                unkept++;
                return;
            }
            warnings.add(shown);
        }
        scope.announcer().tell(listener -> listener.warned(task, shown));
    }

    @Override
    public void fact(String name, String value) {
        String shownName = scope.shown(name);
        String shownValue = scope.shown(value);
        synchronized (this) {
            if (facts.size() < MOST || facts.containsKey(shownName)) {
                facts.put(shownName, shownValue);
            }
        }
    }

    synchronized List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        if (unkept > 0) {
            all.add("… and " + unkept + " more warnings");
        }
        return all;
    }

    synchronized Map<String, String> facts() {
        return new LinkedHashMap<>(facts);
    }
}
