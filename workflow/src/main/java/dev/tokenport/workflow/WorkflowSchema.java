package dev.tokenport.workflow;

import dev.tokenport.operator.OperatorRegistry;

/** The JSON Schema (2020-12) of workflow files, with the parameters of all operators. */
public final class WorkflowSchema {

    private WorkflowSchema() {}

    /** The schema as JSON text. */
    public static String of(OperatorRegistry operators) {
        throw new UnsupportedOperationException("schema");
    }
}
