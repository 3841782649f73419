package org.silkframework.execution;

import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.execution.report.SampleEntities;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Seq;

/** What happened to a task. */
public interface ExecutionReport {

    Task<TaskSpec> task();

    Option<String> operation();

    String operationDesc();

    Seq<Tuple2<String, String>> summary();

    Seq<String> warnings();

    Option<String> error();

    boolean isDone();

    ExecutionReport asDone();

    int entityCount();

    Seq<SampleEntities> sampleOutputEntities();

    ExecutionReport withSampleOutputEntities(SampleEntities sampleEntities);
}
