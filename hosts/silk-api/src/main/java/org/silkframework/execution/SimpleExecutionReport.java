package org.silkframework.execution;

import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.execution.report.SampleEntities;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.List;
import scala.collection.immutable.List$;
import scala.collection.immutable.Seq;

/** A report without anything of one kind of task. */
public class SimpleExecutionReport implements ExecutionReport {

    private final Task<TaskSpec> task;
    private final Seq<Tuple2<String, String>> summary;
    private final Seq<String> warnings;
    private final Option<String> error;
    private final boolean isDone;
    private final int entityCount;
    private final Option<String> operation;
    private final String operationDesc;
    private final Seq<SampleEntities> sampleOutputEntities;

    public SimpleExecutionReport(
            Task<TaskSpec> task,
            Seq<Tuple2<String, String>> summary,
            Seq<String> warnings,
            Option<String> error,
            boolean isDone,
            int entityCount,
            Option<String> operation,
            String operationDesc,
            Seq<SampleEntities> sampleOutputEntities) {
        this.task = task;
        this.summary = summary;
        this.warnings = warnings;
        this.error = error;
        this.isDone = isDone;
        this.entityCount = entityCount;
        this.operation = operation;
        this.operationDesc = operationDesc;
        this.sampleOutputEntities = sampleOutputEntities;
    }

    @Override
    public Task<TaskSpec> task() {
        return task;
    }

    @Override
    public Option<String> operation() {
        return operation;
    }

    @Override
    public String operationDesc() {
        return operationDesc;
    }

    @Override
    public Seq<Tuple2<String, String>> summary() {
        return summary;
    }

    @Override
    public Seq<String> warnings() {
        return warnings;
    }

    @Override
    public Option<String> error() {
        return error;
    }

    @Override
    public boolean isDone() {
        return isDone;
    }

    @Override
    public ExecutionReport asDone() {
        return new SimpleExecutionReport(
                task, summary, warnings, error, true, entityCount, operation, operationDesc, sampleOutputEntities);
    }

    @Override
    public int entityCount() {
        return entityCount;
    }

    @Override
    public Seq<SampleEntities> sampleOutputEntities() {
        return sampleOutputEntities;
    }

    @Override
    public ExecutionReport withSampleOutputEntities(SampleEntities sampleEntities) {
        List<SampleEntities> none = List$.MODULE$.empty();
        return new SimpleExecutionReport(
                task,
                summary,
                warnings,
                error,
                isDone,
                entityCount,
                operation,
                operationDesc,
                none.$colon$colon(sampleEntities));
    }
}
