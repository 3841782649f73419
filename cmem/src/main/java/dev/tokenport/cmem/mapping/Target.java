package dev.tokenport.cmem.mapping;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.secret.ReferencingText.Part;
import dev.tokenport.workflow.ParameterNode;
import dev.tokenport.workflow.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of our operator as they are put together. For one thread. */
final class Target {

    private final ParameterList list;
    private final Map<String, ParameterNode> parameters = new LinkedHashMap<>();
    private boolean inputsAreEntities = true;

    Target(Operator<?> operator) {
        this.list = ParameterList.of(operator.parameters());
    }

    /** Whether our operator has a parameter. */
    boolean has(String id) {
        return list.find(id).isPresent();
    }

    /** Puts a value, unless it is the default. */
    void put(String id, ReferencingText value, Position position) {
        Optional<String> standard = list.find(id).map(ParameterDescription::defaultValue);
        boolean asDefault = !value.hasReferences()
                && standard.filter(Conversion.plain(value)::equals).isPresent();
        if (!asDefault) {
            parameters.put(id, scalar(value, position));
        }
    }

    /** Puts a plain value, unless it is the default. */
    void put(String id, String value, Position position) {
        put(id, ReferencingText.literal(value), position);
    }

    /** Puts a mapping, unless it is empty. */
    void put(String id, Map<String, ReferencingText> entries, Position position) {
        Map<String, ParameterNode> nodes = new LinkedHashMap<>();
        entries.forEach((name, value) -> nodes.put(name, scalar(value, position)));
        if (!nodes.isEmpty()) {
            parameters.put(id, new ParameterNode.Mapping(nodes, position, position));
        }
    }

    /** The inputs of the task say only when it runs. */
    void ignoreInputs() {
        inputsAreEntities = false;
    }

    boolean inputsAreEntities() {
        return inputsAreEntities;
    }

    Map<String, ParameterNode> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** A value as it would stand in a file of ours. */
    static ParameterNode.Scalar scalar(ReferencingText value, Position position) {
        List<Position> references = value.parts().stream()
                .filter(Part.Referenced.class::isInstance)
                .map(part -> position)
                .toList();
        return new ParameterNode.Scalar(value, JsonType.STRING, position, position, references);
    }
}
