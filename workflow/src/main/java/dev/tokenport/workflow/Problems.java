package dev.tokenport.workflow;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the mistakes of a file. For one thread. */
final class Problems {

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();

    Problems(String file) {
        this.file = file;
    }

    /** Adds a mistake; a second one that is the same is ignored. */
    void add(Position position, String message) {
        found.add(new Problem(file, position, message));
    }

    /** Adds a mistake in the value of a parameter, which may have been given on the command line. */
    void add(String task, String address, Position position, String message) {
        String place = position.isCommandLine() ? "--set " + task + "." + address : file;
        found.add(new Problem(place, position, message));
    }

    /** The mistakes, in the order of the file. */
    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparing(Problem::position)).toList();
    }

    /**
     * Fails if there are mistakes.
     *
     * @throws WorkflowException with all of them
     */
    void throwIfAny() throws WorkflowException {
        if (!found.isEmpty()) {
            throw new WorkflowException(inOrder());
        }
    }

    /** An exception for a mistake that hides all others. */
    WorkflowException only(Position position, String message) {
        return new WorkflowException(List.of(new Problem(file, position, message)));
    }
}
