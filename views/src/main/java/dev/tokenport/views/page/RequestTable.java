package dev.tokenport.views.page;

import dev.tokenport.views.graph.Shown;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.view.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which tasks sent requests, and what they report about tokens. Operators count these themselves, and tell them as facts.
 * Immutable.
 */
final class RequestTable {

    private static final String REQUESTS = "requests";

    private final List<TaskRecord> tasks;
    private final List<String> titles;

    RequestTable(List<TaskRecord> tasks, List<String> titles) {
        this.tasks = tasks;
        this.titles = titles;
    }

    List<RunView.Requests> rows() {
        List<RunView.Requests> rows = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            TaskRecord task = tasks.get(i);
            Map<String, String> facts = task.facts();
            if (facts.containsKey(REQUESTS)) {
                rows.add(new RunView.Requests(
                        TaskTable.anchor(i),
                        titles.get(i),
                        shown(facts, REQUESTS),
                        shown(facts, "received"),
                        shown(facts, "kept"),
                        shown(facts, "renewed"),
                        task.renewals() == 0 ? "" : Figures.number(task.renewals()),
                        shown(facts, "failed"),
                        shown(facts, "expiry")));
            }
        }
        return rows;
    }

    private static String shown(Map<String, String> facts, String name) {
        return Shown.text(facts.getOrDefault(name, ""));
    }

    /** The sum of a fact of all tasks. */
    RunView.Tile total(String fact, String one, String more) {
        long sum = sum(fact);
        return new RunView.Tile(Figures.number(sum), sum == 1 ? one : more);
    }

    /** What is no number counts nothing: an operator may use the word for something else. */
    long sum(String fact) {
        return tasks.stream()
                .map(task -> task.facts().getOrDefault(fact, ""))
                .filter(value -> value.matches("[0-9]{1,15}"))
                .mapToLong(Long::parseLong)
                .sum();
    }
}
