package dev.tokenport.workflow;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tasks and the connections between them. Immutable.
 *
 * @param name the workflow's name
 * @param file the file as the user named it, for messages
 * @param folder where relative paths start: the absolute folder of the file
 * @param tasks the tasks by id, in the order of the file
 */
public record Workflow(String name, String file, Path folder, Map<String, Task> tasks) {

    /** Copies the map. */
    public Workflow {
        tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    }
}
