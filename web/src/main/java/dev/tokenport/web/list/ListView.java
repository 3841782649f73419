package dev.tokenport.web.list;

import java.util.List;
import java.util.Optional;

/**
 * What the page with all workflows shows. Immutable.
 *
 * @param folder the folder's path
 * @param searched what is searched for, as it was written
 * @param all how many workflows there are
 * @param isCut whether there may be more, which are not listed
 * @param rows those that were found
 */
public record ListView(String folder, String searched, int all, boolean isCut, List<Row> rows) {

    /**
     * A workflow.
     *
     * @param path its path in the folder
     * @param name its name
     * @param tasks how many tasks it has; empty if that cannot be told
     * @param found tasks in which what is searched for occurs
     * @param mistakes what is wrong with it, in words; empty if nothing is
     * @param last how it ran last
     */
    public record Row(
            String path, String name, String tasks, List<String> found, String mistakes, Optional<Last> last) {}

    /**
     * How a workflow ran last.
     *
     * @param address the page of the run
     * @param word what became of it
     * @param when when it ended, for people
     * @param instant the same for machines
     */
    public record Last(String address, String word, String when, String instant) {}

    /** Copies the list. */
    public ListView {
        rows = List.copyOf(rows);
    }

    /** What is said of how many there are. */
    public String count() {
        String workflows = all == 1 ? "1 workflow" : all + " workflows";
        return rows.size() == all ? workflows : rows.size() + " of " + workflows;
    }
}
