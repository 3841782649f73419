package dev.tokenport.cmem.mapping;

import dev.tokenport.operator.Operator;
import dev.tokenport.workflow.ParameterNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a task of CMEM becomes. Immutable.
 *
 * @param operator our operator
 * @param name its id or alias, as a workflow file would have it
 * @param parameters its values
 * @param inputs what the task's data inputs are to it
 * @param writes our parameter that names the file of a dataset which it writes by itself
 * @param readOptions our parameters that are only for reading
 * @param renamings the ids of our parameters by those under which config ports deliver them, where they differ
 */
public record MappedTask(
        Operator<?> operator,
        String name,
        Map<String, ParameterNode> parameters,
        Inputs inputs,
        Optional<String> writes,
        Set<String> readOptions,
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
        readOptions = Set.copyOf(readOptions);
        renamings = Collections.unmodifiableMap(new LinkedHashMap<>(renamings));
    }

    /** The same task with other values. */
    MappedTask with(Map<String, ParameterNode> values) {
        return new MappedTask(operator, name, values, inputs, writes, readOptions, renamings);
    }

    /** Whether it writes a file by itself that has not been said yet. */
    public boolean needsFile() {
        return writes.filter(FileDownload.FILE::equals).isPresent();
    }

    /** The same task that writes to a file by itself; our parameter for it is a template, the name of the file is none. */
    public MappedTask writingTo(ParameterNode file) {
        ParameterNode name = file instanceof ParameterNode.Scalar scalar
                ? Target.scalar(Conversion.AS_TEMPLATE.convert(scalar.text()), scalar.position())
                : file;
        Map<String, ParameterNode> values = new LinkedHashMap<>(parameters);
        writes.ifPresent(id -> values.put(id, name));
        return with(values);
    }

    /** The same task when entities are written to it. */
    public MappedTask written() {
        Map<String, ParameterNode> values = new LinkedHashMap<>(parameters);
        values.keySet().removeAll(readOptions);
        return with(values);
    }
}
