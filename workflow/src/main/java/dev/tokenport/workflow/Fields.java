package dev.tokenport.workflow;

import dev.tokenport.workflow.YamlNode.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules for the keys of a workflow file and their plain texts. For one thread. */
final class Fields {

    private final Problems problems;
    private final Suggestion suggestion = new Suggestion();

    Fields(Problems problems) {
        this.problems = problems;
    }

    /** Reports keys that are not among those known here. */
    void refuseUnknown(YamlNode.Mapping mapping, List<String> known) {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                String all = known.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
                problems.add(
                        entry.key(),
                        "unknown key '" + key + "'" + suggestion.instead(key, known, "; the keys here are " + all));
            }
        });
    }

    /**
     * The text of a key's value, empty if it is none.
     *
     * @param key the key
     * @param entry its value
     * @param what what the text is, for the message
     */
    Optional<String> text(String key, Entry entry, String what) {
        if (entry.value() instanceof YamlNode.Text text
                && !text.isNothing()
                && !text.text().isBlank()) {
            return Optional.of(text.text());
        }
        String kind =
                entry.value() instanceof YamlNode.Text ? "empty" : entry.value().kind();
        problems.add(entry.value().position(), "'" + key + "' is " + kind + "; write " + what);
        return Optional.empty();
    }
}
