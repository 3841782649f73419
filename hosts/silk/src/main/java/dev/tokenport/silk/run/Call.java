package dev.tokenport.silk.run;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.RawValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.execution.ExecutionReport;
import org.silkframework.execution.local.LocalEntities;
import org.silkframework.execution.local.LocalExecution;
import org.silkframework.runtime.activity.ActivityContext;
import org.silkframework.runtime.plugin.PluginContext;

/**
 * What Silk executes a task with.
 *
 * @param operator what the task does
 * @param values the values that its parameters have in Silk, by their ids
 * @param task the task
 * @param inputs its inputs
 * @param execution the execution of the workflow
 * @param activity the activity
 * @param context project and user
 */
public record Call(
        Operator<?> operator,
        Map<String, RawValue> values,
        Task<TaskSpec> task,
        List<LocalEntities> inputs,
        LocalExecution execution,
        ActivityContext<ExecutionReport> activity,
        PluginContext context) {

    /** Copies list and map. */
    public Call {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        inputs = List.copyOf(inputs);
    }

    /** By what a person knows the task. */
    String label() {
        return task.metaData().formattedLabel(task.id().toString(), Integer.MAX_VALUE);
    }
}
