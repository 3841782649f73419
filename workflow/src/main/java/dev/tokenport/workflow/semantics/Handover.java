package dev.tokenport.workflow.semantics;

/** How the output of a task reaches those who take it. */
public enum Handover {
    /** Its only consumer pulls it, entity by entity; the task is finished when the consumer is at the end or closes it. */
    STREAMED,
    /** It is kept whole before any of its consumers starts; a secret value is not kept, but an error. */
    SPOOLED,
    /** It is read to its first entity, which all config ports share, then closed. */
    SHARED,
    /** Nobody takes it: a stream is read to its end, an output on demand is not opened. */
    DRAINED
}
