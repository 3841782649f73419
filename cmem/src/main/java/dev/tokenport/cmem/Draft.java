package dev.tokenport.cmem;

import dev.tokenport.cmem.mapping.MappedTask;
import dev.tokenport.cmem.xml.ProjectNode;
import dev.tokenport.cmem.xml.ProjectTask;
import dev.tokenport.workflow.ParameterNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A task of ours while it is put together; connections name nodes. For one thread. */
final class Draft {

    /** The id of a vacant port. */
    static final String VACANT = "";

    private final ProjectNode node;
    private final ProjectTask task;
    private MappedTask mapped;
    private final List<String> inputs;
    private final List<String> config;
    private final Set<String> after;

    Draft(ProjectNode node, ProjectTask task, MappedTask mapped, Connections connections) {
        this.node = node;
        this.task = task;
        this.mapped = mapped;
        this.inputs = new ArrayList<>(connections.inputs());
        this.config = new ArrayList<>(connections.config());
        this.after = new LinkedHashSet<>(connections.after());
    }

    ProjectNode node() {
        return node;
    }

    ProjectTask task() {
        return task;
    }

    MappedTask mapped() {
        return mapped;
    }

    /** The nodes at the input ports, vacant ones included; may be changed. */
    List<String> inputs() {
        return inputs;
    }

    /** The nodes at the config port; may be changed. */
    List<String> config() {
        return config;
    }

    /** The nodes that come before; may be changed. */
    Set<String> after() {
        return after;
    }

    /** All nodes that lead here. */
    Stream<String> sources() {
        return Stream.of(inputs.stream().filter(id -> !id.equals(VACANT)), config.stream(), after.stream())
                .flatMap(ids -> ids);
    }

    boolean hasInput() {
        return inputs.stream().anyMatch(id -> !id.equals(VACANT));
    }

    /** The file of a dataset that it writes by itself, if it is written down. */
    Optional<String> writes() {
        return mapped.writes().flatMap(this::file);
    }

    /** Whether it writes a dataset by itself. */
    boolean writesByItself() {
        return mapped.writes().isPresent();
    }

    /** The value of a parameter that names a file, if it is written down. */
    Optional<String> file(String parameter) {
        return mapped.parameters().get(parameter) instanceof ParameterNode.Scalar scalar
                ? scalar.text().literal()
                : Optional.empty();
    }

    /** Writes to a file by itself. */
    void writeTo(ParameterNode file) {
        mapped = mapped.writingTo(file);
    }

    /** Leaves out what is only for reading, if entities are written. */
    void settle() {
        if (hasInput()) {
            mapped = mapped.written();
        }
    }

    /** Names one node instead of another. */
    void rename(String from, String to) {
        inputs.replaceAll(id -> id.equals(from) ? to : id);
        config.replaceAll(id -> id.equals(from) ? to : id);
        if (after.remove(from)) {
            after.add(to);
        }
    }

    /** Takes over what leads to another draft of the same dataset. */
    void absorb(Draft other) {
        inputs.addAll(other.inputs);
        other.config.stream().filter(id -> !config.contains(id)).forEach(config::add);
        after.addAll(other.after);
    }
}
