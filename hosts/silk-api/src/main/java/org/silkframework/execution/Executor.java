package org.silkframework.execution;

import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.runtime.activity.ActivityContext;
import org.silkframework.runtime.plugin.AnyPlugin;
import org.silkframework.runtime.plugin.PluginContext;
import scala.Option;
import scala.collection.immutable.Seq;

/** Executes tasks of a kind. */
public interface Executor<T extends TaskSpec, E extends ExecutionType> extends AnyPlugin {

    Option<? extends EntityHolder> execute(
            Task<T> task,
            Seq<? extends EntityHolder> inputs,
            ExecutorOutput output,
            E execution,
            ActivityContext<ExecutionReport> context,
            PluginContext pluginContext);
}
