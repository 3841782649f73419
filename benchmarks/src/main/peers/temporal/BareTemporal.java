import com.google.protobuf.util.Timestamps;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The bare engine, as a program of one file with the libraries of the engine's folder: {@code worker ADDRESS} executes what
 * {@code client ADDRESS} starts; that reads {@code STEPS PARALLEL}, which runs it, or the id of any run from standard input, and prints how many milliseconds the
 * run took, as the server has it.
 */
public final class BareTemporal {

    private static final String QUEUE = "bare";

    private BareTemporal() {}

    /** Works until it is killed, or measures until standard input ends. */
    public static void main(String[] arguments) throws Exception {
        var stubs = WorkflowServiceStubs.newConnectedServiceStubs(
                WorkflowServiceStubsOptions.newBuilder()
                        .setTarget(arguments[1])
                        // As a worker of Tokenport: to compress what is short costs more than it saves on one machine.
                        .setGrpcCompression(GrpcCompression.NONE)
                        .build(),
                Duration.ofSeconds(20));
        WorkflowClient client = WorkflowClient.newInstance(stubs);
        if (arguments[0].equals("worker")) {
            work(client);
        } else {
            measure(stubs, client);
        }
    }

    private static void work(WorkflowClient client) {
        WorkerFactory factory = WorkerFactory.newInstance(client);
        // As many as a worker of Tokenport has: with the SDK's 5 a fan-out waits for the server most of the time.
        Worker worker = factory.newWorker(
                QUEUE,
                WorkerOptions.newBuilder()
                        .setMaxConcurrentActivityTaskPollers(20)
                        .build());
        worker.registerWorkflowImplementationTypes(Steps.class);
        worker.registerActivitiesImplementations((BareStep) () -> {});
        factory.start();
    }

    private static void measure(WorkflowServiceStubs stubs, WorkflowClient client)
            throws IOException, InterruptedException {
        var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            List<String> words = List.of(line.split(" "));
            String id = words.size() == 1
                    ? words.get(0)
                    : started(client, Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1)));
            System.out.println(millis(stubs, id));
            System.out.flush();
        }
    }

    private static String started(WorkflowClient client, int steps, int parallel) {
        String id = UUID.randomUUID().toString();
        WorkflowStub run = client.newUntypedWorkflowStub(
                "bare",
                WorkflowOptions.newBuilder()
                        .setTaskQueue(QUEUE)
                        .setWorkflowId(id)
                        .build());
        run.start(steps, parallel);
        return id;
    }

    private static long millis(WorkflowServiceStubs stubs, String id) throws InterruptedException {
        while (true) {
            var info = stubs.blockingStub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace("default")
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                            .build())
                    .getWorkflowExecutionInfo();
            if (info.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED) {
                return Timestamps.toMillis(info.getCloseTime()) - Timestamps.toMillis(info.getStartTime());
            } else if (info.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
                throw new IllegalStateException(id + " has " + info.getStatus());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** An activity that does nothing. */
    @ActivityInterface
    public interface BareStep {

        /** Does nothing. */
        @ActivityMethod(name = "nothing")
        void nothing();
    }

    /** A workflow that does nothing but execute so many of them. */
    @WorkflowInterface
    public interface BareRun {

        /** Executes them, so many at a time. */
        @WorkflowMethod(name = "bare")
        void run(int steps, int parallel);
    }

    /** The workflow. */
    public static final class Steps implements BareRun {

        private final BareStep step = Workflow.newActivityStub(
                BareStep.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build());
        private int running;

        @Override
        public void run(int steps, int parallel) {
            for (int i = 0; i < steps; i++) {
                Workflow.await(() -> running < parallel);
                running++;
                Async.procedure(step::nothing).thenApply(done -> running--);
            }
            Workflow.await(() -> running == 0);
        }
    }
}
