package dev.tokenport.workflow.run;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RawValue;
import dev.tokenport.secret.SecretStore;
import dev.tokenport.workflow.PlannedTask;
import dev.tokenport.workflow.ResolvedPlan;
import dev.tokenport.workflow.run.LocalRunner.World;
import java.util.Map;
import java.util.function.Consumer;

/** The only task of a plan, bound but not executed: its operator tells how it gets what it gives. For one thread. */
final class VerifiedTask {

    private final World world;
    private final ResolvedPlan resolved;
    private final RunScope scope;

    VerifiedTask(World world, ResolvedPlan resolved, SecretStore secrets) {
        this.world = world;
        this.resolved = resolved;
        this.scope = new RunScope(world, secrets, resolved.plan().workflow().folder(), () -> false, RunListener.none());
    }

    void tell(Consumer<String> line) throws OperatorException, InterruptedException {
        PlannedTask planned = resolved.plan().tasks().get(0);
        Map<String, RawValue> values = resolved.values(planned.task().id());
        scope.knownSecrets().add(values, scope.parameters(planned.operator()));
        try {
            BoundTask.of(planned.operator(), values, context(planned))
                    .verify(world.sources().environment(), line);
        } finally {
            if (scope.endings().run()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private TaskContext context(PlannedTask planned) {
        var nobody = new Taking(0, 0, () -> "", () -> "");
        var nothing = new DeliveredSecrets(
                new Renewals(scope, id -> {
                    throw new IllegalStateException("nothing was delivered by '" + id + "'");
                }),
                Map.of());
        return new TaskContext(scope, new TaskRun(planned, 0, nobody, scope), nothing, Runnable::run);
    }
}
