package dev.tokenport.cmem;

import dev.tokenport.cmem.xml.ProjectNode;
import dev.tokenport.cmem.xml.ProjectWorkflow;
import dev.tokenport.operator.Nearest;
import dev.tokenport.workflow.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What leads to a node. Immutable.
 *
 * @param inputs the nodes at its input ports, an empty id for a vacant port
 * @param config the nodes at its config port
 * @param after the nodes at its dependency port
 */
record Connections(List<String> inputs, List<String> config, List<String> after) {

    /** Copies the lists. */
    Connections {
        inputs = List.copyOf(inputs);
        config = List.copyOf(config);
        after = List.copyOf(after);
    }

    /**
     * The connections of all nodes. A data connection stands at both of its ends; one end is enough. One that the other end
     * has at its config or dependency port is of that kind.
     *
     * @param problems takes connections with nodes that do not exist
     */
    static Map<String, Connections> of(ProjectWorkflow workflow, Problems problems) {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        workflow.nodes().forEach((id, node) -> {
            check(workflow, node, problems);
            inputs.put(id, new ArrayList<>(node.inputs()));
        });
        for (ProjectNode from : workflow.nodes().values()) {
            for (String to : from.outputs()) {
                ProjectNode target = workflow.nodes().get(to);
                if (target != null
                        && !target.inputs().contains(from.id())
                        && !target.config().contains(from.id())
                        && !target.after().contains(from.id())) {
                    inputs.computeIfAbsent(to, id -> new ArrayList<>()).add(from.id());
                }
            }
        }
        Map<String, Connections> connections = new LinkedHashMap<>();
        workflow.nodes()
                .forEach((id, node) -> connections.put(
                        id, new Connections(inputs.getOrDefault(id, List.of()), node.config(), node.after())));
        return connections;
    }

    private static void check(ProjectWorkflow workflow, ProjectNode node, Problems problems) {
        List<String> named = new ArrayList<>(node.inputs());
        named.addAll(node.outputs());
        named.addAll(node.config());
        named.addAll(node.after());
        for (String other : named) {
            if (!other.equals(Draft.VACANT) && !workflow.nodes().containsKey(other)) {
                problems.add(
                        node.position(),
                        "node '" + node.id() + "' is connected with '" + other + "', which is no node"
                                + Nearest.hint(other, workflow.nodes().keySet()));
            }
        }
        if (!node.errorOutputs().isEmpty()) {
            problems.add(
                    node.position(),
                    "node '" + node.id() + "' hands what fails on to '" + String.join("', '", node.errorOutputs())
                            + "', which is not done here");
        }
    }
}
