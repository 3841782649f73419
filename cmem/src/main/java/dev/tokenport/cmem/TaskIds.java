package dev.tokenport.cmem;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The ids of our tasks by those of nodes, which may have any character. */
final class TaskIds {

    private TaskIds() {}

    /** The ids, in the same order. A node whose id is one of ours keeps it. */
    static Map<String, String> of(Iterable<String> nodes) {
        Set<String> taken = new HashSet<>();
        nodes.forEach(node -> {
            if (id(node).equals(node)) {
                taken.add(node);
            }
        });
        Map<String, String> ids = new LinkedHashMap<>();
        for (String node : nodes) {
            String wanted = id(node);
            String id = wanted;
            if (!wanted.equals(node)) {
                for (int i = 2; !taken.add(id); i++) {
                    id = wanted + "_" + i;
                }
            }
            ids.put(node, id);
        }
        return ids;
    }

    private static String id(String node) {
        String id = node.replaceAll("[^A-Za-z0-9_-]", "_");
        return id.startsWith("-") || id.isEmpty() ? "_" + id : id;
    }
}
