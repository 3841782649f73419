package dev.tokenport.workflow;

import dev.tokenport.operator.EarlyBinding;
import dev.tokenport.operator.Nearest;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.ParameterFault.Kind;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the parameter values of tasks. For one thread. */
final class ParameterCheck {

    private final Problems problems;

    ParameterCheck(Problems problems) {
        this.problems = problems;
    }

    void check(CheckedTask task) {
        EarlyBinding<?> given = EarlyBinding.of(task.operator(), task.delivery().under(task.values()));
        List<ParameterFault> faults = new ArrayList<>(certain(given.faults(), task));
        Set<String> misspelt = misspelt(task, faults);
        if (!hasUnknown(faults)) {
            addNew(faults, task.operator().faults(task.known()));
            addNew(faults, unreplaced(task, given).refusals());
        }
        for (ParameterFault fault : faults) {
            if (fault.kind() == Kind.MISSING && misspelt.contains(fault.parameter())) {
                continue;
            }
            Optional<ParameterNode> node = node(task.task().parameters(), fault.parameter());
            problems.add(
                    task.id(),
                    fault.parameter(),
                    position(task.task(), fault, node),
                    "task '" + task.id() + "': " + fault.message());
        }
        refuseSecretsInTheClear(task, "", task.task().parameters());
    }

    private static boolean hasUnknown(List<ParameterFault> faults) {
        for (ParameterFault fault : faults) {
            if (fault.kind() == Kind.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /** The parameters that unknown ones are taken for; that these are missing is no mistake of its own. */
    private static Set<String> misspelt(CheckedTask task, List<ParameterFault> faults) {
        if (!hasUnknown(faults)) {
            return Set.of();
        }
        List<String> addresses = task.parameters().addresses();
        return faults.stream()
                .filter(fault -> fault.kind() == Kind.UNKNOWN)
                .flatMap(fault -> Nearest.to(fault.parameter(), addresses).stream())
                .collect(Collectors.toSet());
    }

    /**
     * The faults that no config port can mend. A value of the file that breaks a rule is a fault even if it may be replaced;
     * a missing one, or one that breaks a rule together with another value, is not, if what a config port delivers may
     * change that.
     */
    private static List<ParameterFault> certain(List<ParameterFault> faults, CheckedTask task) {
        return task.delivery().isEmpty()
                ? faults
                : faults.stream().filter(fault -> isCertain(fault, task)).toList();
    }

    /** The values that no config port replaces, bound: the given ones if there is none. */
    private static EarlyBinding<?> unreplaced(CheckedTask task, EarlyBinding<?> given) {
        return task.delivery().isEmpty()
                ? given
                : EarlyBinding.of(task.operator(), task.delivery().over(task.values()));
    }

    /** Adds faults, but none of a parameter that has one already: it would be the same in other words. */
    private static void addNew(List<ParameterFault> faults, List<ParameterFault> others) {
        if (others.isEmpty()) {
            return;
        }
        Set<String> faulty = faults.stream().map(ParameterFault::parameter).collect(Collectors.toSet());
        others.stream().filter(fault -> !faulty.contains(fault.parameter())).forEach(faults::add);
    }

    private static boolean isCertain(ParameterFault fault, CheckedTask task) {
        Delivery others =
                fault.kind() == Kind.MISSING ? task.delivery() : task.delivery().without(fault.parameter());
        return task.parameters().check(others.over(task.values())).contains(fault);
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
