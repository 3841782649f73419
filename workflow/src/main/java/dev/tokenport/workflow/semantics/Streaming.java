package dev.tokenport.workflow.semantics;

/** Whether the output of a task may reach its consumer while the task is still at work. */
public enum Streaming {
    /** Wherever it cannot come to a standstill: for an engine whose tasks are in one process. */
    WHERE_POSSIBLE,
    /** Each output is kept whole before its consumers start: for an engine whose tasks may be anywhere. */
    NEVER
}
