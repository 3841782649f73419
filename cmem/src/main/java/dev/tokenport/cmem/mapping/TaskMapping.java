package dev.tokenport.cmem.mapping;

import dev.tokenport.cmem.value.ProjectSecrets;
import dev.tokenport.cmem.value.ProjectValues;
import dev.tokenport.cmem.xml.ProjectTask;
import dev.tokenport.cmem.xml.ProjectValue;
import dev.tokenport.operator.Nearest;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.workflow.ParameterNode;
import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Maps tasks of CMEM to our operators. For one thread. */
public final class TaskMapping {

    private final OperatorRegistry operators;
    private final ProjectValues values;
    private final Passwords passwords;
    private final Datasets datasets;
    private final Problems problems;
    private final Problems warnings;

    /**
     * A mapping to these operators.
     *
     * @param datasets the datasets that tasks may name
     * @param problems takes what makes a task impossible to run
     * @param warnings takes what is left out and changes nothing that arrives
     */
    public TaskMapping(
            OperatorRegistry operators,
            ProjectValues values,
            ProjectSecrets secrets,
            Datasets datasets,
            Problems problems,
            Problems warnings) {
        this.operators = operators;
        this.values = values;
        this.passwords = new Passwords(secrets, problems);
        this.datasets = datasets;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** What a task becomes; empty if no operator does its work. Every mistake in it is reported. */
    public Optional<MappedTask> map(ProjectTask task) {
        Optional<TaskKind> kind = Kinds.of(task.type());
        String name = kind.map(TaskKind::operator).orElse(task.type());
        Optional<Operator<?>> operator = operators.find(name);
        if (operator.isEmpty()) {
            problems.add(
                    task.position(),
                    "task '" + task.id() + "': there is no operator for type '" + task.type() + "' here"
                            + why(task, name));
            return Optional.empty();
        }
        if (!task.uriProperty().isEmpty()) {
            warnings.add(task.position(), "task '" + task.id() + "': uriProperty is left out: entities have no URIs");
        }
        MappedTask mapped = passwords.withoutClearOnes(
                task,
                kind.map(known -> mapped(task, known, operator.get())).orElseGet(() -> own(task, operator.get())));
        passwords.refuseShown(task, mapped);
        return Optional.of(mapped);
    }

    private String why(ProjectTask task, String operator) {
        return operators
                .absence(operator)
                .map(reason -> ": " + reason)
                .orElseGet(() -> Nearest.hint(task.type(), types(), "; there are " + String.join(", ", types())));
    }

    /** The types that can be mapped, by name. */
    public List<String> types() {
        var types = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        operators
                .operators()
                .forEach(operator -> types.add(operator.description().id()));
        Kinds.ALL.stream()
                .filter(kind -> operators.find(kind.operator()).isPresent())
                .forEach(kind -> types.addAll(kind.types()));
        return List.copyOf(types);
    }

    private MappedTask mapped(ProjectTask task, TaskKind kind, Operator<?> operator) {
        var target = new Target(operator);
        TaskValues read = new TaskValues(task, values, datasets, passwords, problems).withStandards(kind.rules());
        kind.rules().forEach(rule -> apply(rule, read, target, task, kind));
        refuseUnknown(task, kind);
        kind.join(read, target);
        return new MappedTask(
                operator,
                kind.operator(),
                target.parameters(),
                target.inputsAreEntities() ? MappedTask.Inputs.ENTITIES : MappedTask.Inputs.ORDER_ONLY,
                kind.writes(),
                kind.readOptions(),
                kind.renamings(read, target));
    }

    private void apply(Rule rule, TaskValues read, Target target, ProjectTask task, TaskKind kind) {
        try {
            if (rule instanceof Rule.Taken taken) {
                take(taken, read, target, kind);
            } else if (rule instanceof Rule.Only only && !only.accepts(read.plain(only.id()))) {
                read.fault(
                        only.id(),
                        "'" + read.plain(only.id()) + "' cannot be done by " + kind.operator() + ": " + only.why());
            } else if (rule instanceof Rule.Ignored ignored
                    && ignored.harmless()
                            .filter(harmless -> !harmless.equals(read.plain(ignored.id())))
                            .isPresent()) {
                warnings.add(
                        read.position(ignored.id()),
                        "task '" + task.id() + "': " + ignored.id() + " is left out: " + ignored.why());
            }
        } catch (IllegalArgumentException e) {
            read.fault(rule.id(), String.valueOf(e.getMessage()));
        }
    }

    private static void take(Rule.Taken taken, TaskValues read, Target target, TaskKind kind) {
        ReferencingText value = taken.conversion().convert(read.text(taken.id()));
        if (target.has(taken.target())) {
            target.put(taken.target(), value, read.position(taken.id()));
        } else if (!value.parts().isEmpty() && !Conversion.plain(value).equals(taken.standard())) {
            read.fault(taken.id(), "cannot be set: " + kind.operator() + " has no parameter '" + taken.target() + "'");
        }
    }

    private void refuseUnknown(ProjectTask task, TaskKind kind) {
        List<String> known = kind.rules().stream().map(Rule::id).toList();
        task.parameters().forEach((id, value) -> {
            boolean empty =
                    value instanceof ProjectValue.Plain plain && plain.text().isBlank();
            if (!known.contains(id) && !empty) {
                problems.add(
                        value.position(),
                        "task '" + task.id() + "': the parameter '" + id + "' of type '" + task.type()
                                + "' is not known here"
                                + Nearest.hint(id, known, "; those known are " + String.join(", ", known)));
            }
        });
    }

    /** A task whose operator has the type's own parameters. */
    private MappedTask own(ProjectTask task, Operator<?> operator) {
        TaskValues read = new TaskValues(task, values, datasets, passwords, problems);
        Map<String, ParameterNode> parameters = nodes(read, "", task.parameters());
        return new MappedTask(
                operator, task.type(), parameters, MappedTask.Inputs.ENTITIES, Optional.empty(), Set.of(), Map.of());
    }

    private static Map<String, ParameterNode> nodes(TaskValues read, String prefix, Map<String, ProjectValue> given) {
        Map<String, ParameterNode> nodes = new LinkedHashMap<>();
        given.forEach((id, value) -> {
            Position position = value.position();
            if (value instanceof ProjectValue.Nested nested) {
                nodes.put(
                        id,
                        new ParameterNode.Mapping(nodes(read, prefix + id + "-", nested.values()), position, position));
            } else {
                read.text(prefix + id, value).ifPresent(text -> nodes.put(id, Target.scalar(text, position)));
            }
        });
        return nodes;
    }
}
