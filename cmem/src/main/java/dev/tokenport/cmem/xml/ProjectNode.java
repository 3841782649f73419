package dev.tokenport.cmem.xml;

import dev.tokenport.workflow.Position;
import java.util.List;

/**
 * A node of a workflow: the place where a task stands in it. Immutable.
 *
 * @param id the id by which connections name it
 * @param task the id of the task
 * @param inputs the nodes at its input ports, an empty id for a vacant port
 * @param outputs the nodes that its output leads to
 * @param errorOutputs the nodes that its rejects lead to
 * @param config the nodes at its config port
 * @param after the nodes at its dependency port
 * @param position where it stands
 */
public record ProjectNode(
        String id,
        String task,
        List<String> inputs,
        List<String> outputs,
        List<String> errorOutputs,
        List<String> config,
        List<String> after,
        Position position) {

    /** Copies the lists. */
    public ProjectNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        errorOutputs = List.copyOf(errorOutputs);
        config = List.copyOf(config);
        after = List.copyOf(after);
    }
}
