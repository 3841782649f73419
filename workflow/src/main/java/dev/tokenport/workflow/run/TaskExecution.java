package dev.tokenport.workflow.run;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.spool.Spool;
import dev.tokenport.workflow.Connection;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.semantics.Delivery;
import dev.tokenport.workflow.semantics.Handover;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The one execution of a task: reconfigure, execute, hand over. Those that have a stream to pull come first, so that few
 * streams are open at a time; otherwise the order is the plan's. For one thread.
 */
final class TaskExecution implements Runnable, Comparable<TaskExecution> {

    private final LocalRun run;
    private final TaskRun task;
    private final boolean pulls;
    private final TaskWork work;

    TaskExecution(LocalRun run, TaskRun task, boolean pulls) {
        this.run = run;
        this.task = task;
        this.pulls = pulls;
        this.work = new TaskWork(run, task);
    }

    @Override
    public int compareTo(TaskExecution other) {
        return pulls == other.pulls ? Integer.compare(task.number(), other.task.number()) : pulls ? -1 : 1;
    }

    @Override
    public void run() {
        if (!run.begin(task)) {
            return;
        }
        try {
            work.inThread(this::execute);
        } catch (UpstreamException recorded) {
            // The source that failed has been recorded; this task is skipped with all that depends on it.
            return;
        } catch (Throwable e) {
            run.raised(task, e);
        }
    }

    private void execute() throws OperatorException, InterruptedException {
        BoundTask<?> bound = work.bind(run.values(task), deliveries(), run.renewals(), run.threads(task));
        openInputs();
        Output output = work.execute(bound);
        handOver(output, task.stream().orElseThrow());
    }

    private List<Delivery> deliveries() {
        List<Delivery> deliveries = new ArrayList<>();
        for (Connection.Config connection : task.planned().task().config()) {
            TaskRun source = run.task(connection.from());
            deliveries.add(new Delivery(connection, source.first(connection)));
            source.output(connection).taken();
        }
        return deliveries;
    }

    private void openInputs() throws OperatorException {
        if (run.flow().takesEntities(task.number())) {
            for (Connection.Data connection : task.planned().task().inputs()) {
                task.inputs().add(open(connection));
            }
        }
    }

    private TaskInput open(Connection connection) throws OperatorException {
        TaskRun source = run.task(connection.from());
        boolean streamed =
                connection.output() == OutputPort.MAIN && run.flow().handover(source.number()) == Handover.STREAMED;
        return streamed
                ? new TaskInput(source.stream().orElseThrow(), task, () -> {})
                : source.output(connection).open(task);
    }

    private void handOver(Output output, TaskStream stream) throws OperatorException, InterruptedException {
        Handover handover = run.flow().handover(task.number());
        if (handover == Handover.STREAMED) {
            run.streamOpen(task);
            return;
        }
        if (handover == Handover.SPOOLED) {
            spool(stream);
        } else if (handover == Handover.SHARED) {
            task.share(work.revealed(stream));
        } else if (output instanceof Output.Stream) {
            work.drain(stream);
        }
        stream.close();
        run.finish(task);
    }

    private void spool(TaskStream stream) throws OperatorException, InterruptedException {
        Spool spool = new Spool(run.scope().spoolFolder(), stream.schema());
        task.output().keep(spool);
        try {
            work.keep(stream, spool);
        } catch (IOException e) {
            throw new OperatorException(
                    "its entities cannot be spooled in '" + run.scope().spoolFolder() + "': " + e.getMessage(), e);
        }
        task.share(spool.first().orElse(null));
    }
}
