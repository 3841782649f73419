package dev.tokenport.cmem.xml;

import dev.tokenport.workflow.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A task of a project: a dataset or an operator with its values. Immutable.
 *
 * @param id the id
 * @param type the id of its plugin
 * @param dataset whether it is a dataset
 * @param label the name for people, empty if there is none
 * @param readOnly whether it is a dataset that must not be written
 * @param uriProperty the column of a dataset that is to hold the entities' URIs, empty for none
 * @param parameters the values by parameter id, in order
 * @param position where it stands
 */
public record ProjectTask(
        String id,
        String type,
        boolean dataset,
        Optional<String> label,
        boolean readOnly,
        String uriProperty,
        Map<String, ProjectValue> parameters,
        Position position) {

    /** Copies the map. */
    public ProjectTask {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
