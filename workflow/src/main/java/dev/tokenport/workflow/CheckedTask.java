package dev.tokenport.workflow;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Ports.InputPorts;
import dev.tokenport.operator.Ports.Port;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A task whose operator is known, and what is known of it before a run. Immutable.
 *
 * @param values what the file gives
 * @param delivery what config ports may replace
 * @param known the values that are known
 */
record CheckedTask(
        Task task,
        Operator<?> operator,
        ParameterList parameters,
        Map<String, RawValue> values,
        Delivery delivery,
        KnownParameters known,
        Ports ports) {

    String id() {
        return task.id();
    }

    /** The schema of one of its outputs, if that is fixed. */
    Optional<Schema> schema(OutputPort output) {
        return output.among(ports)
                .flatMap(port -> port instanceof Port.Fixed fixed ? Optional.of(fixed.schema()) : Optional.empty());
    }

    /** The names of the paths of what it gives that carry secrets. */
    List<String> secretPaths() {
        Optional<Schema> schema = schema(OutputPort.MAIN);
        if (schema.isEmpty()) {
            return List.of();
        }
        return schema.get().paths().stream()
                .filter(path -> path.type() == Schema.PathType.SECRET)
                .map(Schema.Path::name)
                .toList();
    }

    /** Whether entities pass through its data connections. */
    boolean takesEntities() {
        return !(ports.inputs() instanceof InputPorts.DependencyOnly);
    }

    /** The parameters that name a file it writes. */
    Set<String> filesWritten() {
        return operator.filesWritten(known, takesEntities() ? task.inputs().size() : 0);
    }
}
