package dev.tokenport.workflow;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the operators of tasks. For one thread. */
final class OperatorCheck {

    private final OperatorRegistry registry;
    private final Problems problems;
    private final Suggestion suggestion = new Suggestion();
    private final List<String> names = new ArrayList<>();

    OperatorCheck(OperatorRegistry registry, Problems problems) {
        this.registry = registry;
        this.problems = problems;
        for (Operator<?> operator : registry.operators()) {
            names.addAll(operator.description().aliases());
            names.add(operator.description().id());
        }
    }

    /** The operator of a task, empty if there is none of this id. */
    Optional<Operator<?>> operator(Task task) {
        if (task.operator().isEmpty()) {
            return Optional.empty();
        }
        Optional<Operator<?>> operator = registry.find(task.operator());
        if (operator.isEmpty()) {
            problems.add(
                    task.operatorPosition(), "there is no operator '" + task.operator() + "'" + why(task.operator()));
        }
        return operator;
    }

    private String why(String name) {
        return registry.absence(name)
                .map(reason -> ": " + reason)
                .orElseGet(() -> suggestion.instead(name, names, "; 'tokenport operators' lists those there are"));
    }
}
