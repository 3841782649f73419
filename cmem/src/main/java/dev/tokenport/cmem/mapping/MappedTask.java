package dev.tokenport.cmem.mapping;

import dev.tokenport.operator.Operator;
import dev.tokenport.workflow.ParameterNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a task of CMEM becomes. Immutable.
 *
 * @param operator our operator
 * @param name its id or alias, as a workflow file would have it
 * @param parameters its values
 * @param inputs what the task's data inputs are to it
 * @param download whether it writes what it gets to the file of the dataset behind it
 * @param renamings the ids of our parameters by those under which config ports deliver them, where they differ
 */
public record MappedTask(
        Operator<?> operator,
        String name,
        Map<String, ParameterNode> parameters,
        Inputs inputs,
        boolean download,
        Map<String, String> renamings) {

    /** What data inputs are to a task. */
    public enum Inputs {
        /** Their entities are taken. */
        ENTITIES,
        /** They say only when it runs. */
        ORDER_ONLY
    }

    /** Copies the maps. */
    public MappedTask {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        renamings = Collections.unmodifiableMap(new LinkedHashMap<>(renamings));
    }

    /** The same task that writes what it downloads to a file. */
    public MappedTask downloadingTo(ParameterNode file) {
        Map<String, ParameterNode> values = new LinkedHashMap<>(parameters);
        values.put(FileDownload.FILE, file);
        return new MappedTask(operator, name, values, inputs, download, renamings);
    }
}
