package dev.tokenport.silk.run;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silkframework.execution.local.LocalExecution;
import scala.runtime.BoxedUnit;

/**
 * The runs that have begun and not ended. Silk makes one object for each execution of a workflow, and tells when it is over;
 * an execution outside of a workflow is a run of its own. Thread-safe.
 */
final class WorkflowRuns {

    private final Map<Object, WorkflowRun> runs = new ConcurrentHashMap<>();
    private final ReferenceQueue<LocalExecution> gone = new ReferenceQueue<>();

    /** An execution as such: Silk compares them by what they are made of, so that two of one workflow would be equal. */
    private static final class Key extends WeakReference<LocalExecution> {

        private final int hash;

        Key(LocalExecution execution, @Nullable ReferenceQueue<LocalExecution> queue) {
            super(execution, queue);
            this.hash = System.identityHashCode(execution);
        }

        @Override
        public boolean equals(Object other) {
            return this == other || (other instanceof Key that && get() != null && refersTo(that.get()));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /**
     * The run of an execution.
     *
     * @param owner for whom; a run is never shared with anybody else
     * @param begin begins a run
     */
    WorkflowRun of(LocalExecution execution, Owner owner, Supplier<WorkflowRun> begin) {
        forgetGone();
        if (!isWorkflow(execution)) {
            return begin.get();
        }
        var key = new Key(execution, gone);
        WorkflowRun run = runs.computeIfAbsent(key, missing -> {
            WorkflowRun begun = begin.get();
            var unused = execution.addShutdownHook(() -> {
                end(key);
                return BoxedUnit.UNIT;
            });
            return begun;
        });
        return run.owner().equals(owner) ? run : begin.get();
    }

    /** Whether Silk will tell when an execution is over. */
    static boolean isWorkflow(LocalExecution execution) {
        return execution.workflowId().isDefined();
    }

    /** How many have begun and not ended. */
    int count() {
        forgetGone();
        return runs.size();
    }

    private void end(Key key) {
        WorkflowRun run = runs.remove(key);
        if (run != null) {
            run.end();
        }
    }

    /** Silk has given up an execution without a word. */
    private void forgetGone() {
        for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
            WorkflowRun run = runs.remove(key);
            if (run != null) {
                run.end();
            }
        }
    }
}
