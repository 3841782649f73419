package dev.tokenport.cmem.xml;

import dev.tokenport.workflow.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow of a project. Immutable.
 *
 * @param id the id
 * @param label the name for people, empty if there is none
 * @param nodes the nodes by id, in the order of the file
 * @param position where it stands
 */
public record ProjectWorkflow(String id, Optional<String> label, Map<String, ProjectNode> nodes, Position position) {

    /** Copies the map. */
    public ProjectWorkflow {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }
}
