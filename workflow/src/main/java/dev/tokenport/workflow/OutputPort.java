package dev.tokenport.workflow;

import dev.tokenport.operator.Ports;
import java.util.Optional;

/** Which of a task's outputs a connection comes from. */
public enum OutputPort {

    /** What the task gives; the connection names the task. */
    MAIN(""),

    /** The entities that the task gives up; the connection names {@code TASK.rejects}. */
    REJECTS(".rejects");

    private final String suffix;

    OutputPort(String suffix) {
        this.suffix = suffix;
    }

    /** The output that a name in a workflow file means; no task id has a dot in it. */
    static OutputPort of(String name) {
        return name.length() > REJECTS.suffix.length() && name.endsWith(REJECTS.suffix) ? REJECTS : MAIN;
    }

    /** The id of the task in a name of this output. */
    String task(String name) {
        return name.substring(0, name.length() - suffix.length());
    }

    /** The name of this output of a task, as in a workflow file. */
    public String name(String task) {
        return task + suffix;
    }

    /** The port of a task with these ports, empty if it has no such output. */
    public Optional<Ports.Port> among(Ports ports) {
        return this == MAIN ? ports.output() : ports.rejects();
    }
}
