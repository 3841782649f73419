package dev.tokenport.workflow;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A workflow while somebody writes it: what can be read of a text, and the mistakes that are still in it. Immutable. */
public final class Draft {

    private final Workflow workflow;
    private final Map<String, CheckedTask> tasks;
    private final List<Problem> problems;

    private Draft(Workflow workflow, Map<String, CheckedTask> tasks, List<Problem> problems) {
        this.workflow = workflow;
        this.tasks = tasks;
        this.problems = problems;
    }

    /**
     * Reads and checks a text as {@link Plan#read} does with a file. Nothing is resolved, read or connected.
     *
     * @param file where the text stands or will stand
     */
    public static Draft of(Path file, String text, OperatorRegistry operators) {
        var problems = new Problems(file.toString());
        try {
            Workflow workflow = WorkflowFile.read(file, SourceText.of(text), problems);
            Map<String, CheckedTask> tasks = new Validation(workflow, operators, problems).check();
            return new Draft(workflow, tasks, problems.inOrder());
        } catch (WorkflowException unreadable) {
            Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
            return new Draft(new Workflow("", file.toString(), folder, Map.of()), Map.of(), unreadable.problems());
        }
    }

    /** What can be read; without tasks if the text is not YAML. */
    public Workflow workflow() {
        return workflow;
    }

    /** The mistakes, in the order of the text. */
    public List<Problem> problems() {
        return problems;
    }

    /** The operator of a task, empty if there is none of that name. */
    public Optional<Operator<?>> operator(String task) {
        return Optional.ofNullable(tasks.get(task)).map(CheckedTask::operator);
    }

    /** What is known of a task's parameters, defaults included; never a secret. */
    public KnownParameters known(String task) {
        return Optional.ofNullable(tasks.get(task))
                .map(CheckedTask::known)
                .orElseGet(() -> new KnownParameters(Map.of()));
    }

    /** The addresses of the parameters of a task that its config ports may replace. */
    public Set<String> delivered(String task) {
        return Optional.ofNullable(tasks.get(task))
                .map(checked -> checked.delivery().parameters().keySet())
                .orElse(Set.of());
    }
}
