package dev.tokenport.testkit.conformance;

import dev.tokenport.workflow.semantics.Streaming;

/** The rules of a run, for an engine whose tasks pull from each other while they are at work. */
public abstract non-sealed class StreamingConformance extends WorkflowConformance implements StreamingRules {

    /** For subclasses. */
    protected StreamingConformance() {}

    @Override
    final Streaming streaming() {
        return Streaming.WHERE_POSSIBLE;
    }
}
