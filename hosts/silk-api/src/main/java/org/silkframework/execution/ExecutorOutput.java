package org.silkframework.execution;

import org.silkframework.config.Port;
import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.entity.EntitySchema;
import scala.Option;

/** Who takes what a task gives. */
public class ExecutorOutput {

    private final Option<Task<? extends TaskSpec>> task;
    private final Option<Port> connectedPort;

    public ExecutorOutput(Option<Task<? extends TaskSpec>> task, Option<Port> connectedPort) {
        this.task = task;
        this.connectedPort = connectedPort;
    }

    public Option<Task<? extends TaskSpec>> task() {
        return task;
    }

    public Option<Port> connectedPort() {
        return connectedPort;
    }

    public Option<EntitySchema> requestedSchema() {
        return connectedPort.isDefined() ? connectedPort.get().schemaOpt() : Option.empty();
    }
}
