package dev.tokenport.workflow;

import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.ParameterFault.Kind;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType;
import dev.tokenport.operator.RawValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the parameter values of tasks. For one thread. */
final class ParameterCheck {

    private final Problems problems;

    ParameterCheck(Problems problems) {
        this.problems = problems;
    }

    void check(CheckedTask task) {
        for (ParameterFault fault : faults(task)) {
            Optional<ParameterNode> node = node(task.task().parameters(), fault.parameter());
            problems.add(
                    task.id(),
                    fault.parameter(),
                    position(task.task(), fault, node),
                    "task '" + task.id() + "': " + fault.message());
        }
        refuseSecretsInTheClear(task, "", task.task().parameters());
    }

    /**
     * The faults that no config port can mend. A value of the file that breaks a rule is a fault even if it may be replaced;
     * a missing one, or one that breaks a rule together with another value, is not, if what a config port delivers may
     * change that.
     */
    private static List<ParameterFault> faults(CheckedTask task) {
        List<ParameterFault> faults = task.parameters().check(task.delivery().under(task.values()));
        if (faults.isEmpty() || task.delivery().isEmpty()) {
            return faults;
        }
        Map<String, RawValue> afterDelivery = task.delivery().over(task.values());
        Set<ParameterFault> certain = new HashSet<>(task.parameters().check(afterDelivery));
        return faults.stream()
                .filter(fault -> certain.contains(fault)
                        || (fault.kind() != Kind.MISSING && task.delivery().includes(fault.parameter())))
                .toList();
    }

    private static Position position(Task task, ParameterFault fault, Optional<ParameterNode> node) {
        return switch (fault.kind()) {
            case UNKNOWN -> node.map(ParameterNode::key).orElse(task.position());
            case MISSING, INVALID -> node.map(ParameterNode::position).orElse(task.position());
        };
    }

    /** The value of an address, or of the nearest parent that has one. */
    private static Optional<ParameterNode> node(Map<String, ParameterNode> nodes, String address) {
        ParameterNode node = nodes.get(address);
        int dash = address.indexOf('-');
        if (node != null || dash < 0) {
            return Optional.ofNullable(node);
        }
        Optional<ParameterNode> parent = Optional.ofNullable(nodes.get(address.substring(0, dash)));
        return parent.map(found -> found instanceof ParameterNode.Mapping mapping
                ? node(mapping.entries(), address.substring(dash + 1)).orElse(found)
                : found);
    }

    /** What stands on a command line can be seen by everybody on the machine, and stays in the shell's history. */
    private void refuseSecretsInTheClear(CheckedTask task, String prefix, Map<String, ParameterNode> nodes) {
        nodes.forEach((id, node) -> {
            String address = prefix + id;
            if (node instanceof ParameterNode.Mapping mapping) {
                refuseSecretsInTheClear(task, address + "-", mapping.entries());
            } else if (node instanceof ParameterNode.Scalar scalar
                    && scalar.position().isCommandLine()
                    && !ParameterResolution.literalText(scalar.text()).isBlank()
                    && task.parameters()
                            .find(address)
                            .filter(parameter -> holdsPassword(parameter.type()))
                            .isPresent()) {
                String rule = "a secret is never given in the clear; use '${env:NAME}' or '${file:PATH}'";
                problems.add(task.id(), address, scalar.position(), "task '" + task.id() + "': " + rule);
            }
        });
    }

    private static boolean holdsPassword(ParameterType type) {
        if (type instanceof ParameterType.NestedType nested) {
            ParameterList parameters = nested.parameters();
            return parameters.descriptions().stream()
                    .map(ParameterDescription::type)
                    .anyMatch(ParameterCheck::holdsPassword);
        }
        return type instanceof ParameterType.PasswordType;
    }
}
