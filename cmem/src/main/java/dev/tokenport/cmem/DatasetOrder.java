package dev.tokenport.cmem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the nodes of one dataset in order: it is written once, and read after it was written. A node that comes before the
 * writing one anyway reads what was there before. For one thread.
 */
final class DatasetOrder {

    private final Map<String, Draft> drafts;

    DatasetOrder(Map<String, Draft> drafts) {
        this.drafts = drafts;
    }

    void arrange() {
        for (List<Draft> group : groups()) {
            List<Draft> writers =
                    merged(group.stream().filter(DatasetOrder::isWriter).toList());
            for (Draft reader : group) {
                if (!isWriter(reader)) {
                    writers.forEach(writer -> readAfter(reader, writer));
                }
            }
        }
    }

    private List<List<Draft>> groups() {
        Map<String, List<Draft>> groups = new LinkedHashMap<>();
        for (Draft draft : drafts.values()) {
            Optional<String> file = draft.writes().or(() -> draft.file("file"));
            if (draft.task().dataset() || draft.writes().isPresent()) {
                String key = file.map(name -> "file " + name)
                        .orElse("task " + draft.task().id());
                groups.computeIfAbsent(key, name -> new ArrayList<>()).add(draft);
            }
        }
        return List.copyOf(groups.values());
    }

    private List<Draft> merged(List<Draft> writers) {
        List<Draft> left = new ArrayList<>();
        for (Draft writer : writers) {
            left.stream()
                    .filter(earlier -> canMerge(earlier, writer))
                    .findFirst()
                    .ifPresentOrElse(earlier -> merge(earlier, writer), () -> left.add(writer));
        }
        return left;
    }

    private static boolean isWriter(Draft draft) {
        return draft.writesByItself() || draft.hasInput();
    }

    private boolean canMerge(Draft one, Draft other) {
        return !one.writesByItself()
                && !other.writesByItself()
                && one.task().id().equals(other.task().id())
                && !leadsTo(one, other)
                && !leadsTo(other, one);
    }

    private void merge(Draft into, Draft other) {
        into.absorb(other);
        drafts.remove(other.node().id());
        drafts.values()
                .forEach(draft -> draft.rename(other.node().id(), into.node().id()));
    }

    private void readAfter(Draft reader, Draft writer) {
        if (!leadsTo(reader, writer) && !leadsTo(writer, reader)) {
            reader.after().add(writer.node().id());
        }
    }

    /** Whether there is a way from one to the other. */
    private boolean leadsTo(Draft from, Draft to) {
        Set<String> seen = new HashSet<>();
        Deque<Draft> open = new ArrayDeque<>(List.of(to));
        while (!open.isEmpty()) {
            Draft at = open.pop();
            if (at == from) {
                return true;
            }
            at.sources()
                    .filter(seen::add)
                    .map(drafts::get)
                    .filter(Objects::nonNull)
                    .forEach(open::push);
        }
        return false;
    }
}
