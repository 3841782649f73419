package dev.tokenport.cmem.mapping;

import dev.tokenport.cmem.value.ProjectValues;
import dev.tokenport.cmem.value.ValueFault;
import dev.tokenport.cmem.xml.ProjectTask;
import dev.tokenport.cmem.xml.ProjectValue;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.workflow.Position;
import dev.tokenport.workflow.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of one task, with the standard values of its kind. For one thread. */
final class TaskValues {

    private final ProjectTask task;
    private final ProjectValues values;
    private final Datasets datasets;
    private final Passwords passwords;
    private final Problems problems;
    private final Map<String, String> standards = new HashMap<>();
    private final Map<String, ReferencingText> read = new HashMap<>();

    TaskValues(ProjectTask task, ProjectValues values, Datasets datasets, Passwords passwords, Problems problems) {
        this.task = task;
        this.values = values;
        this.datasets = datasets;
        this.passwords = passwords;
        this.problems = problems;
    }

    /** The same with the standard values of rules. */
    TaskValues withStandards(List<Rule> rules) {
        rules.forEach(rule -> standards.put(rule.id(), rule.standard()));
        return this;
    }

    /** The value, or the standard one. A mistake in it is reported once. */
    ReferencingText text(String id) {
        return read.computeIfAbsent(id, this::read);
    }

    /** The value of a password; one in the clear is referred to as an encrypted one is. */
    ReferencingText password(String id) {
        return passwords.secret(task, id, text(id));
    }

    private ReferencingText read(String id) {
        ProjectValue value = task.parameters().get(id);
        String standard = standards.getOrDefault(id, "");
        if (value == null) {
            return ReferencingText.literal(standard);
        }
        return text(id, value).orElseGet(() -> ReferencingText.literal(standard));
    }

    /** What a value, possibly a nested one, comes to; empty after a mistake. */
    Optional<ReferencingText> text(String address, ProjectValue value) {
        try {
            return Optional.of(values.text(task, address, value));
        } catch (ValueFault e) {
            problems.add(value.position(), "task '" + task.id() + "': " + address + ": " + e.text());
            return Optional.empty();
        }
    }

    /** The value without references, or the standard one after a mistake. */
    String plain(String id) {
        try {
            return Conversion.plain(text(id));
        } catch (IllegalArgumentException e) {
            fault(id, String.valueOf(e.getMessage()));
            return standards.getOrDefault(id, "");
        }
    }

    /** The value as a whole number; 0 after a mistake. */
    int count(String id) {
        try {
            return Texts.count(plain(id));
        } catch (IllegalArgumentException e) {
            fault(id, String.valueOf(e.getMessage()));
            return 0;
        }
    }

    /** The value as yes or no; no after a mistake. */
    boolean flag(String id) {
        try {
            return Texts.flag(plain(id));
        } catch (IllegalArgumentException e) {
            fault(id, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** The file of another task, a dataset; empty if there is none. */
    Optional<String> fileOf(String dataset) {
        return datasets.dataset(dataset)
                .flatMap(found ->
                        Optional.ofNullable(found.parameters().get("file")).flatMap(file -> text("file", file)))
                .flatMap(ReferencingText::literal)
                .filter(file -> !file.isEmpty());
    }

    /** Where the value stands, or the task. */
    Position position(String id) {
        return Optional.ofNullable(task.parameters().get(id))
                .map(ProjectValue::position)
                .orElse(task.position());
    }

    /** Reports a mistake in a value. */
    void fault(String id, String message) {
        problems.add(position(id), "task '" + task.id() + "': " + id + " " + message);
    }
}
