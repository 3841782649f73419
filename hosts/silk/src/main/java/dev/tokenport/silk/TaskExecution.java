package dev.tokenport.silk;

import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.execution.AbortExecutionException;
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
    // The execution is not written yet.
    @SuppressWarnings("DoNotCallSuggester")
    static Option<LocalEntities> execute(
            HostedTask operator,
            Task<? extends TaskSpec> task,
            Seq<LocalEntities> inputs,
            ExecutorOutput output,
            LocalExecution execution,
            ActivityContext<ExecutionReport> context,
            PluginContext user) {
        throw new AbortExecutionException("not executed yet", Option.empty());
    }
}
