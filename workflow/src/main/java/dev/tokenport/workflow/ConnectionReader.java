package dev.tokenport.workflow;

import dev.tokenport.workflow.YamlNode.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes connections of YAML nodes. For one thread. */
final class ConnectionReader {

    private static final List<String> CONFIG_KEYS = List.of("from", "map");

    private final Fields fields;
    private final Problems problems;

    ConnectionReader(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /** The data connections. */
    List<Connection.Data> inputs(Optional<Entry> entry) {
        List<Connection.Data> read = new ArrayList<>();
        for (YamlNode item : items(entry)) {
            String name = name("inputs", item, "");
            OutputPort output = OutputPort.of(name);
            read.add(new Connection.Data(output.task(name), output, item.position()));
        }
        return read;
    }

    /** The dependency connections. */
    List<Connection.After> after(Optional<Entry> entry) {
        List<Connection.After> read = new ArrayList<>();
        for (YamlNode item : items(entry)) {
            read.add(new Connection.After(taskId("after", name("after", item, ""), item), item.position()));
        }
        return read;
    }

    /** The config connections. */
    List<Connection.Config> config(Optional<Entry> entry) {
        List<Connection.Config> read = new ArrayList<>();
        for (YamlNode item : items(entry)) {
            if (item instanceof YamlNode.Mapping mapping) {
                read.add(renamed(mapping));
            } else {
                String name = name("config", item, " or {from: TASK, map: {PATH: PARAMETER}}");
                read.add(config(name, List.of(), item.position()));
            }
        }
        return read;
    }

    private static Connection.Config config(String name, List<Connection.Renaming> renamings, Position position) {
        OutputPort output = OutputPort.of(name);
        return new Connection.Config(output.task(name), output, renamings, position);
    }

    /** The id of the task to wait for; there is nothing to wait for but its end. */
    private String taskId(String key, String name, YamlNode item) {
        OutputPort output = OutputPort.of(name);
        if (output == OutputPort.MAIN) {
            return name;
        }
        problems.add(
                item.position(),
                "'" + key + "' names the output '" + name + "'; to run after a task, name the task: '"
                        + output.task(name) + "'");
        return "";
    }

    private static List<YamlNode> items(Optional<Entry> entry) {
        return entry.map(Entry::value)
                .map(value -> value instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(value))
                .orElse(List.of());
    }

    /** What a connection comes from, empty if it cannot be read. */
    private String name(String key, YamlNode item, String alternative) {
        if (item instanceof YamlNode.Text text
                && !text.isNothing()
                && !text.text().isBlank()) {
            return text.text();
        }
        String kind = item instanceof YamlNode.Text ? "empty" : item.kind();
        String rule = item instanceof YamlNode.Text ? "write the id of a task" : "each entry is the id of a task";
        problems.add(item.position(), "'" + key + "' is " + kind + "; " + rule + alternative);
        return "";
    }

    private Connection.Config renamed(YamlNode.Mapping mapping) {
        fields.refuseUnknown(mapping, CONFIG_KEYS);
        Entry from = mapping.entries().get("from");
        if (from == null) {
            problems.add(mapping.position(), "'from' is missing; write {from: TASK, map: {PATH: PARAMETER}}");
        }
        List<Connection.Renaming> renamings =
                renamings(Optional.ofNullable(mapping.entries().get("map")));
        if (from == null) {
            return new Connection.Config("", renamings, mapping.position());
        }
        String name = fields.text("from", from, "the id of a task").orElse("");
        return config(name, renamings, from.value().position());
    }

    private List<Connection.Renaming> renamings(Optional<Entry> map) {
        if (map.isEmpty()) {
            return List.of();
        }
        YamlNode value = map.get().value();
        if (!(value instanceof YamlNode.Mapping mapping)) {
            problems.add(value.position(), "'map' is " + value.kind() + "; write {PATH: PARAMETER}");
            return List.of();
        }
        List<Connection.Renaming> renamings = new ArrayList<>();
        Set<String> parameters = new HashSet<>();
        mapping.entries()
                .forEach((path, entry) -> fields.text(path, entry, "the id of a parameter")
                        .ifPresent(parameter -> {
                            if (!parameters.add(parameter)) {
                                problems.add(
                                        entry.value().position(),
                                        "two paths are delivered as '" + parameter + "'; remove one");
                            }
                            renamings.add(new Connection.Renaming(
                                    path, parameter, entry.key(), entry.value().position()));
                        }));
        return renamings;
    }
}
