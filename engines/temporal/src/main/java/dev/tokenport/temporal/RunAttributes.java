package dev.tokenport.temporal;

import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.Workflow;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The search attributes by which Temporal's own tools find runs, where the namespace has them. They are in the clear.
 *
 * @param registered those of ours that the namespace has
 */
record RunAttributes(Set<String> registered) {

    /** The name of the workflow. */
    private static final SearchAttributeKey<String> WORKFLOW = SearchAttributeKey.forKeyword("TokenportWorkflow");

    /** The id of the task that failed. */
    private static final SearchAttributeKey<String> FAILED_TASK = SearchAttributeKey.forKeyword("TokenportFailedTask");

    /** Copies the set. */
    RunAttributes {
        registered = Set.copyOf(registered);
    }

    /** What a namespace has; nothing if it does not say, such as where that is not allowed. */
    static RunAttributes of(Connected connected) {
        try {
            return new RunAttributes(connected.searchAttributes().entrySet().stream()
                    .filter(entry -> entry.getValue() == IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                    .map(entry -> entry.getKey())
                    .collect(Collectors.toSet()));
        } catch (StatusRuntimeException e) {
            return new RunAttributes(Set.of());
        }
    }

    /** What a run of this workflow starts with. */
    SearchAttributes of(String workflow) {
        return registered.contains(WORKFLOW.getName())
                ? SearchAttributes.newBuilder().set(WORKFLOW, workflow).build()
                : SearchAttributes.EMPTY;
    }

    /** Whether a run can say which task failed. */
    boolean tellsFailures() {
        return registered.contains(FAILED_TASK.getName());
    }

    /** The run says which task failed. */
    static void failed(String task) {
        Workflow.upsertTypedSearchAttributes(FAILED_TASK.valueSet(task));
    }
}
