package dev.tokenport.workflow;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RawValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Validates a workflow against the operators' metadata, and makes its plan. For one thread. */
final class Validation {

    private final Workflow workflow;
    private final Function<Task, Optional<Operator<?>>> operators;
    private final Function<Task, Map<String, RawValue>> values;
    private final Problems problems;

    /** The first validation, with references pending; mistakes of reading may be among the problems already. */
    Validation(Workflow workflow, OperatorRegistry registry, Problems problems) {
        this.workflow = workflow;
        this.operators = new OperatorCheck(registry, problems)::operator;
        this.values = ParameterResolution::pending;
        this.problems = problems;
    }

    /** The validation of a plan whose references have been resolved. */
    Validation(Plan plan, Map<String, Map<String, RawValue>> resolved) {
        Map<String, Operator<?>> planned = new LinkedHashMap<>();
        plan.tasks().forEach(task -> planned.put(task.task().id(), task.operator()));
        this.workflow = plan.workflow();
        this.operators = task -> Optional.ofNullable(planned.get(task.id()));
        this.values = task -> resolved.getOrDefault(task.id(), Map.of());
        this.problems = new Problems(workflow.file());
    }

    Plan plan() throws WorkflowException {
        Map<String, CheckedTask> tasks = check();
        problems.throwIfAny();
        List<PlannedTask> planned = new ArrayList<>();
        for (CheckedTask task : tasks.values()) {
            planned.add(new PlannedTask(task.task(), task.operator(), task.ports(), task.known()));
        }
        return new Plan(workflow, planned);
    }

    /** Adds all mistakes to the problems, and gives the tasks with a known operator. */
    Map<String, CheckedTask> check() {
        Graph graph = new Graph(workflow);
        new ConnectionCheck(workflow, problems).check(graph);
        Map<String, CheckedTask> tasks = tasks(graph);
        ParameterCheck parameters = new ParameterCheck(problems);
        PortCheck ports = new PortCheck(tasks, problems);
        for (CheckedTask task : tasks.values()) {
            parameters.check(task);
            ports.check(task);
        }
        new SecretFlowCheck(tasks, problems).check();
        if (!graph.cyclic()) {
            new FileCheck(workflow.folder(), graph, tasks, problems).check();
        }
        return tasks;
    }

    /** The tasks with a known operator: those of the topological order, then the rest. */
    private Map<String, CheckedTask> tasks(Graph graph) {
        Set<String> order = new LinkedHashSet<>(graph.order());
        order.addAll(workflow.tasks().keySet());
        Map<String, CheckedTask> checked = new LinkedHashMap<>();
        for (String id : order) {
            Task task = workflow.tasks().get(id);
            if (task != null) {
                operators.apply(task).ifPresent(operator -> checked.put(id, checked(task, operator, checked)));
            }
        }
        return checked;
    }

    private CheckedTask checked(Task task, Operator<?> operator, Map<String, CheckedTask> sources) {
        ParameterList parameters = ParameterList.of(operator.parameters());
        Map<String, RawValue> given = values.apply(task);
        Delivery delivery = Delivery.to(
                task, parameters, id -> Optional.ofNullable(sources.get(id)).map(CheckedTask::ports));
        KnownParameters known = parameters.known(delivery.over(given));
        Ports ports = operator.ports(known);
        return new CheckedTask(task, operator, parameters, given, delivery, known, ports);
    }
}
