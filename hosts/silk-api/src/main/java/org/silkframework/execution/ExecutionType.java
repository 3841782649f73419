package org.silkframework.execution;

import org.silkframework.util.Identifier;
import scala.Option;

/** Where tasks are executed. */
public interface ExecutionType {

    Option<Identifier> workflowId();
}
