package dev.tokenport.web.list;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for: words that all have to occur, in the name or file of a workflow or in one of its tasks. Immutable.
 *
 * @param words in lower case
 */
record Query(List<String> words) {

    private static final int SHOWN = 4;

    static Query of(@Nullable String text) {
        String lower = Objects.requireNonNullElse(text, "").toLowerCase(Locale.ROOT);
        return new Query(Stream.of(lower.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean finds(Summary summary) {
        String head = (summary.name() + "\n" + summary.path()).toLowerCase(Locale.ROOT);
        return words.stream()
                .allMatch(word -> head.contains(word)
                        || summary.tasks().stream()
                                .anyMatch(task -> task.searched().contains(word)));
    }

    /** In which tasks a word occurs, a few of them. */
    List<String> tasks(Summary summary) {
        return summary.tasks().stream()
                .filter(task -> words.stream().anyMatch(task.searched()::contains))
                .map(Summary.TaskName::id)
                .limit(SHOWN)
                .toList();
    }
}
