package dev.tokenport.workflow.run;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.SecretSources;
import dev.tokenport.secret.SecretStore;
import dev.tokenport.workflow.ParameterResolution;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.ResolvedPlan;
import dev.tokenport.workflow.Workflow;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.semantics.Streaming;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/** Runs plans on this machine. Thread-safe. */
public final class LocalRunner {

    /**
     * The world of a run.
     *
     * @param time the clock
     * @param transports the way to HTTP services
     * @param sources where references lead
     * @param redactor knows the run's secrets
     * @param scratch the folder for spooled entities
     */
    public record World(
            TimeSource time, Transports transports, SecretSources sources, Redactor redactor, Path scratch) {

        /** A world in which references lead to variables and files only. */
        public World(TimeSource time, Transports transports, Environment environment, Redactor redactor, Path scratch) {
            this(time, transports, SecretSources.of(environment), redactor, scratch);
        }
    }

    /**
     * How to run.
     *
     * @param parallel how many tasks may run side by side, 8 by default
     * @param streaming whether outputs may be streamed; with {@link Streaming#NEVER} a workflow runs as it would on an
     *     engine whose tasks are on several machines
     */
    public record Options(int parallel, Streaming streaming) {

        /** The defaults. */
        public static final Options DEFAULT = new Options(8);

        /** Streams where that is possible. */
        public Options(int parallel) {
            this(parallel, Streaming.WHERE_POSSIBLE);
        }

        /** Checks the bounds. */
        public Options {
            if (parallel < 1) {
                throw new IllegalArgumentException("--parallel " + parallel + " is less than 1");
            }
        }
    }

    private final World world;

    /** A runner in this world. */
    public LocalRunner(World world) {
        this.world = Objects.requireNonNull(world);
    }

    /**
     * Runs a plan. References are resolved first. Interrupting the calling thread cancels the run: the report is still
     * returned, with outcome {@code CANCELLED} and the thread's interrupt flag set.
     *
     * @return what happened; a failed task is in the report, not an exception
     * @throws WorkflowException if a reference cannot be resolved or a resolved value breaks a rule of the metadata;
     *     nothing has run then
     */
    public RunReport run(Plan plan, Options options, RunListener listener) throws WorkflowException {
        Workflow workflow = plan.workflow();
        SecretStore secrets = world.sources().toldTo(world.redactor()).store(workflow.folder(), workflow.name());
        ResolvedPlan resolved = ParameterResolution.resolve(plan, secrets);
        return new LocalRun(world, resolved, secrets, options, listener).execute();
    }

    /**
     * Has the operator of a task tell step by step how it gets what it gives; no other task is looked at. What config ports would
     * deliver is not known.
     *
     * @param plan a plan that has the task, whose operator is a {@link dev.tokenport.operator.VerifiableOperator}
     * @param line takes each line, which may have secrets in it that the redactor knows
     * @throws WorkflowException if a reference of the task cannot be resolved or a resolved value breaks a rule of the metadata
     * @throws OperatorException if it does not get it
     * @throws InterruptedException as soon as the thread is interrupted
     */
    public void verify(Plan plan, String task, Consumer<String> line)
            throws WorkflowException, OperatorException, InterruptedException {
        Plan alone = plan.alone(task);
        Workflow workflow = alone.workflow();
        SecretStore secrets = world.sources().toldTo(world.redactor()).store(workflow.folder(), workflow.name());
        ResolvedPlan resolved = ParameterResolution.resolve(alone, secrets);
        new VerifiedTask(world, resolved, secrets).tell(line);
    }
}
