package dev.tokenport.workflow.run;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
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
}
