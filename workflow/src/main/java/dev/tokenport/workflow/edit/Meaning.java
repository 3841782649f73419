package dev.tokenport.workflow.edit;

import dev.tokenport.workflow.YamlScalar;
import dev.tokenport.workflow.edit.WrittenNode.Alias;
import dev.tokenport.workflow.edit.WrittenNode.Entry;
import dev.tokenport.workflow.edit.WrittenNode.Mapping;
import dev.tokenport.workflow.edit.WrittenNode.Scalar;
import dev.tokenport.workflow.edit.WrittenNode.Sequence;
import dev.tokenport.workflow.edit.WrittenNode.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a change is meant to do: one value is another, or gone, and all others are as they were. Immutable.
 *
 * @param place where the value stands
 * @param given the value, empty if it is to be gone
 */
record Meaning(Place place, Optional<Given> given) {

    /**
     * Refuses a change that would change something else as well, since aliases stand for it.
     *
     * @throws EditException naming the alias
     */
    void refuseShared(WrittenNode root) throws EditException {
        Set<String> aliases = new HashSet<>();
        collect(root, aliases, new HashSet<>());
        Optional<WrittenNode> node = Optional.of(root);
        for (String key : place.path()) {
            refuse(node.get().anchor(), aliases);
            node = node.get() instanceof Mapping mapping ? mapping.entry(key).map(Entry::value) : Optional.empty();
            if (node.isEmpty()) {
                return;
            }
            if (node.get() instanceof Alias alias) {
                throw shared(alias.name());
            }
        }
        Set<String> anchors = new HashSet<>();
        collect(node.get(), new HashSet<>(), anchors);
        if (node.get().anchor().isPresent()) {
            throw shared(node.get().anchor().get());
        }
        for (String anchor : anchors) {
            refuse(Optional.of(anchor), aliases);
        }
    }

    private void refuse(Optional<String> anchor, Set<String> aliases) throws EditException {
        if (anchor.filter(aliases::contains).isPresent()) {
            throw shared(anchor.get());
        }
    }

    private EditException shared(String anchor) {
        return TextEdit.byHand(place, "is shared with other places by '&" + anchor + "'");
    }

    private static void collect(WrittenNode node, Set<String> aliases, Set<String> anchors) {
        node.anchor().ifPresent(anchors::add);
        if (node instanceof Alias alias) {
            aliases.add(alias.name());
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> collect(item, aliases, anchors));
        } else if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> {
                collect(entry.key(), aliases, anchors);
                collect(entry.value(), aliases, anchors);
            });
        }
    }

    /**
     * Compares a changed text with what was meant.
     *
     * @throws EditException if it is not that
     */
    void check(WrittenNode before, String changed) throws EditException {
        Optional<WrittenNode> after = read(changed);
        List<String> path = place.path();
        if (after.isEmpty()
                || !content(before, path).equals(content(after.get(), path))
                || !isGiven(value(after.get(), path))) {
            throw TextEdit.byHand(place, "is written in a way that cannot be changed safely");
        }
    }

    private static Optional<WrittenNode> read(String changed) {
        try {
            return WrittenText.read(changed);
        } catch (EditException broken) {
            return Optional.empty();
        }
    }

    private static Optional<WrittenNode> value(WrittenNode root, List<String> path) throws EditException {
        Optional<WrittenNode> node = Optional.of(root);
        for (String key : path) {
            node = node.isPresent() && node.get() instanceof Mapping mapping
                    ? mapping.entry(key).map(Entry::value)
                    : Optional.empty();
        }
        return node;
    }

    private boolean isGiven(Optional<WrittenNode> value) {
        if (given.isEmpty()) {
            return value.isEmpty();
        }
        Given meant = given.get();
        return value.isPresent()
                && value.get() instanceof Scalar scalar
                && scalar.text().equals(meant.text())
                && (scalar.style() != Style.PLAIN || meant.isTyped() || YamlScalar.isPlain(meant.text(), false));
    }

    /** What a node says, without places, and without what stands at the end of a path; nothing for what is empty on the way. */
    private static List<Object> content(WrittenNode node, List<String> path) {
        List<Object> content = new ArrayList<>();
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                boolean onPath = !path.isEmpty() && entry.isCalled(path.get(0));
                List<Object> value = onPath
                        ? onPath(entry.value(), path.subList(1, path.size()))
                        : content(entry.value(), List.of());
                if (!onPath || !value.isEmpty()) {
                    content.add(content(entry.key(), List.of()));
                    content.add(value);
                }
            }
            return content.isEmpty() ? List.of() : List.of("mapping", node.anchor(), content);
        }
        if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> content.add(content(item, List.of())));
            return List.of("sequence", node.anchor(), content);
        }
        if (node instanceof Alias alias) {
            return List.of("alias", alias.name());
        }
        Scalar scalar = (Scalar) node;
        return List.of("text", node.anchor(), scalar.style() == Style.PLAIN, scalar.text());
    }

    private static List<Object> onPath(WrittenNode value, List<String> rest) {
        boolean gone = rest.isEmpty() || (value instanceof Scalar scalar && scalar.isNothing());
        return gone ? List.of() : content(value, rest);
    }
}
