package dev.tokenport.silk;

import dev.tokenport.silk.entity.Sequences;
import dev.tokenport.silk.run.Call;
import dev.tokenport.silk.run.Execution;
import dev.tokenport.silk.run.Server;
import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.execution.ExecutionReport;
import org.silkframework.execution.ExecutorOutput;
import org.silkframework.execution.local.LocalEntities;
import org.silkframework.execution.local.LocalExecution;
import org.silkframework.runtime.activity.ActivityContext;
import org.silkframework.runtime.plugin.PluginContext;
import scala.Option;
import scala.collection.immutable.Seq;

/** Executes a task of Silk that is one of our operators. Stateless. */
final class TaskExecution {

    private TaskExecution() {}

    /** Executes the task; what each executor that the build generates calls. */
    static Option<LocalEntities> execute(
            HostedTask operator,
            Task<? extends TaskSpec> task,
            Seq<LocalEntities> inputs,
            ExecutorOutput output,
            LocalExecution execution,
            ActivityContext<ExecutionReport> context,
            PluginContext user) {
        // In Scala a task of something is one of whatever that is, too.
        @SuppressWarnings("unchecked")
        var plain = (Task<TaskSpec>) task;
        var call = new Call(
                operator.operator(), operator.given(), plain, Sequences.list(inputs), execution, context, user);
        return Option.apply(Execution.of(call, Server.THIS));
    }
}
