package dev.tokenport.workflow.edit;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType;
import dev.tokenport.workflow.edit.WrittenNode.Alias;
import dev.tokenport.workflow.edit.WrittenNode.Entry;
import dev.tokenport.workflow.edit.WrittenNode.Mapping;
import dev.tokenport.workflow.edit.WrittenNode.Scalar;
import dev.tokenport.workflow.edit.WrittenNode.Sequence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the secrets of a text by what the operators say of their parameters. For one thread, for one text. */
final class HiddenNodes {

    private static final Set<String> CONNECTIONS = Set.of("operator", "label", "queue", "inputs", "config", "after");

    private final HiddenPlaces places;
    private final OperatorRegistry operators;
    private final ConfidentialNames names;
    private final int offset;
    private final Map<String, WrittenNode> anchors = new HashMap<>();
    private final Set<String> hiddenAnchors = new HashSet<>();

    HiddenNodes(HiddenPlaces places, OperatorRegistry operators, ConfidentialNames names, int offset) {
        this.places = places;
        this.operators = operators;
        this.names = names;
        this.offset = offset;
    }

    void find(WrittenNode root) {
        collect(root);
        for (Entry entry : entries(root)) {
            if (entry.isCalled("tasks")) {
                entries(entry.value()).forEach(task -> task(task.value()));
            } else {
                anywhere(entry);
            }
        }
        if (!(root instanceof Mapping)) {
            anywhere(root);
        }
    }

    private void collect(WrittenNode node) {
        node.anchor().ifPresent(anchor -> anchors.put(anchor, node));
        if (node instanceof Sequence sequence) {
            sequence.items().forEach(this::collect);
        }
        for (Entry entry : entries(node)) {
            collect(entry.key());
            collect(entry.value());
        }
    }

    private List<Entry> entries(WrittenNode node) {
        return node instanceof Mapping mapping ? mapping.entries() : List.of();
    }

    private WrittenNode target(WrittenNode node) {
        return node instanceof Alias alias ? anchors.getOrDefault(alias.name(), node) : node;
    }

    private void task(WrittenNode written) {
        WrittenNode task = target(written);
        Optional<ParameterList> parameters = entries(task).stream()
                .filter(entry -> entry.isCalled("operator"))
                .map(Entry::value)
                .flatMap(value -> target(value) instanceof Scalar name
                        ? operators.find(name.text()).stream()
                        : Stream.<Operator<?>>empty())
                .map(operator -> ParameterList.of(operator.parameters()))
                .findFirst();
        for (Entry entry : entries(task)) {
            if (entry.isCalled("parameters")) {
                parameters(target(entry.value()), parameters);
            } else if (CONNECTIONS.stream().noneMatch(entry::isCalled)) {
                anywhere(entry);
            }
        }
    }

    private void parameters(WrittenNode values, Optional<ParameterList> parameters) {
        for (Entry entry : entries(values)) {
            Optional<ParameterDescription> parameter = entry.key() instanceof Scalar key
                    ? parameters.flatMap(list -> list.find(key.text()))
                    : Optional.empty();
            if (parameter.isEmpty()) {
                anywhere(entry);
            } else if (parameter.get().type() instanceof ParameterType.NestedType nested) {
                parameters(target(entry.value()), Optional.of(nested.parameters()));
            } else if (parameter.get().confidential()) {
                confidential(entry.value(), parameter.get().type());
            } else {
                anywhere(target(entry.value()));
            }
        }
    }

    private void confidential(WrittenNode written, ParameterType type) {
        WrittenNode value = target(written);
        if (value instanceof Mapping mapping) {
            boolean settings = type instanceof ParameterType.MultilineType;
            for (Entry entry : mapping.entries()) {
                if (settings) {
                    anywhere(entry);
                } else if (!(entry.key() instanceof Scalar key && ConfidentialNames.isHarmless(key.text()))) {
                    hide(entry.value(), false);
                }
            }
        } else {
            hide(value, type instanceof ParameterType.PasswordType);
        }
    }

    private void anywhere(Entry entry) {
        if (entry.key() instanceof Scalar key && names.suspects(key.text())) {
            hide(entry.value(), true);
        } else {
            anywhere(entry.value());
        }
    }

    private void anywhere(WrittenNode node) {
        entries(node).forEach(this::anywhere);
        if (node instanceof Sequence sequence) {
            sequence.items().forEach(this::anywhere);
        }
    }

    private void hide(WrittenNode node, boolean password) {
        if (node instanceof Alias alias) {
            if (hiddenAnchors.add(alias.name())) {
                Optional.ofNullable(anchors.get(alias.name())).ifPresent(target -> hide(target, password));
            }
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> hide(item, password));
        } else if (node instanceof Scalar scalar) {
            places.hide(scalar, offset, password);
        }
        entries(node).forEach(entry -> hide(entry.value(), password));
    }
}
