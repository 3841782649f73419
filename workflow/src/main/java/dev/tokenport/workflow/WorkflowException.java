package dev.tokenport.workflow;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A workflow file has mistakes; nothing has run. The message has a line per mistake, in the order of the file. */
public final class WorkflowException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** An exception for these mistakes, at least one. */
    public WorkflowException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The mistakes. */
    public List<Problem> problems() {
        return problems;
    }
}
