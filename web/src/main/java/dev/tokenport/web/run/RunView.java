package dev.tokenport.web.run;

import dev.tokenport.web.graph.GraphView;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a run shows. Immutable.
 *
 * @param id the run's id
 * @param name the workflow's name
 * @param path its path in the folder
 * @param workflow the address of its page
 * @param phase how the run stands
 * @param started when it started, to be shown
 * @param startedAt when it started, for machines
 * @param note what a person should know who has come here; empty if nothing
 * @param going what there is to be seen of a run that goes on, or was over a short while ago
 * @param end what became of it, once it is over
 */
public record RunView(
        String id,
        String name,
        String path,
        String workflow,
        String phase,
        String started,
        String startedAt,
        String note,
        Optional<Going> going,
        Optional<EndView> end) {

    /** The address of something of the run. */
    public String address(String what) {
        return "/runs/" + id + "/" + what;
    }

    /** Whether it goes on. */
    public boolean isGoing() {
        return end.isEmpty();
    }

    /**
     * A run of which each task can be seen.
     *
     * @param summary how far it is
     * @param graph the workflow
     * @param rows its tasks
     */
    public record Going(String summary, GraphView graph, List<Row> rows) {

        /** Copies the list. */
        public Going {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A task.
     *
     * @param number its number, from 0 on
     * @param title its id
     * @param label its name for people; empty if it has no other
     * @param operator its operator's name
     * @param edit where it is changed
     * @param state how it stands
     * @param entities how many entities it gave
     * @param took how long it was at work
     * @param message what it says
     * @param warnings what it warned of
     */
    public record Row(
            int number,
            String title,
            String label,
            String operator,
            String edit,
            String state,
            String entities,
            String took,
            String message,
            List<String> warnings) {}
}
