package dev.tokenport.testkit.conformance;

import dev.tokenport.workflow.semantics.Streaming;

/** The rules of a run, for an engine that keeps each output whole before its consumers start. */
public abstract non-sealed class KeepingConformance extends WorkflowConformance implements KeepingRules {

    /** For subclasses. */
    protected KeepingConformance() {}

    @Override
    final Streaming streaming() {
        return Streaming.NEVER;
    }
}
