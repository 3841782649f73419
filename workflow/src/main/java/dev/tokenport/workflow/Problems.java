package dev.tokenport.workflow;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the mistakes of a workflow. For one thread. */
public final class Problems {

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();

    /**
     * None yet.
     *
     * @param file the workflow's file as the user named it
     */
    public Problems(String file) {
        this.file = file;
    }

    /** Adds a mistake; a second one that is the same is ignored. */
    public void add(Position position, String message) {
        found.add(problem(position, message));
    }

    /** Adds a mistake in the value of a parameter, which may have been given on the command line. */
    void add(String task, String address, Position position, String message) {
        found.add(
                position.isCommandLine()
                        ? new Problem("--set " + task + "." + address, position, message)
                        : problem(position, message));
    }

    /** The mistakes, in the order of the file. */
    public List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparing(Problem::position)).toList();
    }

    /**
     * Fails if there are mistakes.
     *
     * @throws WorkflowException with all of them
     */
    public void throwIfAny() throws WorkflowException {
        if (!found.isEmpty()) {
            throw new WorkflowException(inOrder());
        }
    }

    /** An exception for a mistake that hides all others. */
    public WorkflowException only(Position position, String message) {
        return new WorkflowException(List.of(problem(position, message)));
    }

    private Problem problem(Position position, String message) {
        return new Problem(position.file().isEmpty() ? file : position.file(), position, message);
    }
}
