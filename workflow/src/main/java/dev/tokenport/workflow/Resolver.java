package dev.tokenport.workflow;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Reference;
import dev.tokenport.secret.ReferencingText.Part;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretStore;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Resolves the references of a plan; each is read once for all checks. For one thread. */
final class Resolver {

    /** What a reference leads to: a text, or why there is none. */
    private record Found(String text, Optional<String> fault) {}

    private final SecretStore store;
    private final Problems problems;
    private final Map<Reference, Found> found = new HashMap<>();

    /** Resolves what stands in a file of this name. */
    Resolver(String file, SecretStore store) {
        this.store = store;
        this.problems = new Problems(file);
    }

    Map<String, RawValue> resolve(Task task, Operator<?> operator) throws WorkflowException {
        Map<String, RawValue> values =
                resolved(task.id(), "", task.parameters(), ParameterList.of(operator.parameters()));
        problems.throwIfAny();
        return values;
    }

    ResolvedPlan resolve(Plan plan) throws WorkflowException {
        Map<String, Map<String, RawValue>> values = new LinkedHashMap<>();
        Map<String, Map<String, RawValue>> checked = new LinkedHashMap<>();
        for (PlannedTask planned : plan.tasks()) {
            Task task = planned.task();
            ParameterList list = ParameterList.of(planned.operator().parameters());
            values.put(task.id(), resolved(task.id(), "", task.parameters(), list));
            checked.put(task.id(), emptyShown(values.getOrDefault(task.id(), Map.of())));
        }
        problems.throwIfAny();
        return new ResolvedPlan(new Validation(plan, checked).plan(), values);
    }

    private Map<String, RawValue> resolved(
            String task, String prefix, Map<String, ParameterNode> nodes, ParameterList list) {
        Map<String, RawValue> values = new LinkedHashMap<>();
        nodes.forEach((id, node) -> {
            String address = prefix + id;
            Optional<ParameterDescription> parameter = list.find(address);
            if (node instanceof ParameterNode.Mapping mapping
                    && parameter.isPresent()
                    && parameter.get().type() instanceof ParameterType.NestedType) {
                values.put(id, new RawValue.Mapping(resolved(task, address + "-", mapping.entries(), list)));
            } else {
                values.put(id, resolved(task, address, node, parameter));
            }
        });
        return values;
    }

    private RawValue resolved(
            String task, String address, ParameterNode node, Optional<ParameterDescription> parameter) {
        if (node instanceof ParameterNode.Mapping mapping) {
            Map<String, RawValue> entries = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> entries.put(key, resolved(task, address, entry, parameter)));
            return new RawValue.Mapping(entries);
        }
        return node instanceof ParameterNode.Scalar scalar
                ? new RawValue.Scalar(value(task, address, scalar, parameter))
                : new RawValue.Pending(RawValue.Pending.Delivery.CERTAIN);
    }

    private Value value(
            String task, String address, ParameterNode.Scalar scalar, Optional<ParameterDescription> parameter) {
        if (!scalar.text().hasReferences()) {
            Value.Text literal = ParameterResolution.literal(scalar);
            boolean password = parameter
                    .map(description -> description.type() instanceof ParameterType.PasswordType)
                    .orElse(false);
            return password && !literal.text().isEmpty() ? Value.of(Secret.of(literal.text())) : literal;
        }
        StringBuilder text = new StringBuilder();
        Iterator<Position> positions = scalar.references().iterator();
        for (Part part : scalar.text().parts()) {
            if (part instanceof Part.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Part.Referenced referenced) {
                Found target = found.computeIfAbsent(referenced.reference(), this::read);
                Position position = positions.hasNext() ? positions.next() : scalar.position();
                target.fault()
                        .ifPresent(fault -> problems.add(
                                task, address, position, "task '" + task + "': " + address + ": " + fault));
                text.append(target.text());
            }
        }
        boolean confidential = scalar.text().confidential()
                || parameter.map(ParameterDescription::confidential).orElse(false);
        return confidential ? Value.of(scalar.text().resolve(store)) : Value.of(text.toString());
    }

    private Found read(Reference reference) {
        try {
            return new Found(store.secret(reference).reveal(), Optional.empty());
        } catch (SecretUnavailableException e) {
            return new Found("", Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** An empty secret is no secret, but an empty text, which the checks can see. */
    private static Map<String, RawValue> emptyShown(Map<String, RawValue> values) {
        if (values.values().stream().noneMatch(Resolver::holdsSecret)) {
            return values;
        }
        Map<String, RawValue> shown = new LinkedHashMap<>();
        values.forEach((id, value) -> shown.put(id, emptyShown(value)));
        return shown;
    }

    private static boolean holdsSecret(RawValue value) {
        return value instanceof RawValue.Mapping mapping
                ? mapping.entries().values().stream().anyMatch(Resolver::holdsSecret)
                : value instanceof RawValue.Scalar scalar && scalar.value() instanceof Value.SecretValue;
    }

    private static RawValue emptyShown(RawValue value) {
        if (value instanceof RawValue.Mapping mapping) {
            return new RawValue.Mapping(emptyShown(mapping.entries()));
        }
        return value instanceof RawValue.Scalar scalar && isEmptySecret(scalar.value()) ? RawValue.of("") : value;
    }

    private static boolean isEmptySecret(Value value) {
        try {
            return value instanceof Value.SecretValue secret
                    && secret.secret().reveal().isEmpty();
        } catch (SecretUnavailableException gone) {
            // It could be read a moment ago; whoever needs it reports it.
            return false;
        }
    }
}
