package dev.tokenport.workflow;

import dev.tokenport.workflow.YamlNode.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a task of YAML nodes. For one thread. */
final class TaskReader {

    /** Task ids: no dot, since {@code --set TASK.PARAMETER=VALUE} splits at the first one. */
    static final String ID = "[A-Za-z0-9_][A-Za-z0-9_-]*";

    private static final Pattern ID_PATTERN = Pattern.compile(ID);
    private static final List<String> KEYS =
            List.of("operator", "label", "queue", "inputs", "config", "after", "parameters");

    private final Fields fields;
    private final Problems problems;
    private final ConnectionReader connections;
    private final ParameterReader parameters;

    TaskReader(SourceText source, Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
        this.connections = new ConnectionReader(fields, problems);
        this.parameters = new ParameterReader(source, problems);
    }

    /** The task, as far as it can be read: without an operator, its operator is empty. */
    Task read(String id, Entry entry) {
        if (!ID_PATTERN.matcher(id).matches()) {
            problems.add(
                    entry.key(),
                    "'" + id + "' is no task id; use letters (a to z), digits, '_' and '-', not '-' first");
        }
        if (!(entry.value() instanceof YamlNode.Mapping mapping)) {
            problems.add(
                    entry.value().position(),
                    "task '" + id + "' is " + entry.value().kind() + "; write 'operator: ID' below it");
            Position position = entry.key();
            return new Task(id, id, "", position, Map.of(), List.of(), List.of(), List.of(), position);
        }
        fields.refuseUnknown(mapping, KEYS);
        Map<String, Entry> entries = mapping.entries();
        Optional<Entry> operator = Optional.ofNullable(entries.get("operator"));
        if (operator.isEmpty()) {
            problems.add(entry.key(), "task '" + id + "' has no operator; add 'operator: ID'");
        }
        return new Task(
                id,
                text(entries, "label", "the task's name for people").orElse(id),
                text(entries, "operator", "the id of an operator").orElse(""),
                operator.map(value -> value.value().position()).orElse(entry.key()),
                queue(Optional.ofNullable(entries.get("queue"))),
                parameters.read(Optional.ofNullable(entries.get("parameters"))),
                connections.inputs(Optional.ofNullable(entries.get("inputs"))),
                connections.config(Optional.ofNullable(entries.get("config"))),
                connections.after(Optional.ofNullable(entries.get("after"))),
                entry.key());
    }

    private Optional<String> queue(Optional<Entry> entry) {
        Optional<String> queue = entry.flatMap(given -> fields.text("queue", given, "the name of a queue of workers"));
        queue.flatMap(QueueName::fault)
                .ifPresent(fault -> problems.add(entry.orElseThrow().value().position(), "'queue' " + fault));
        return queue;
    }

    private Optional<String> text(Map<String, Entry> entries, String key, String what) {
        Entry entry = entries.get(key);
        return entry == null ? Optional.empty() : fields.text(key, entry, what);
    }
}
