package org.silkframework.execution.local;

import org.silkframework.config.TaskSpec;
import org.silkframework.execution.Executor;

/** Executes tasks of a kind in this process. */
public interface LocalExecutor<T extends TaskSpec> extends Executor<T, LocalExecution> {}
