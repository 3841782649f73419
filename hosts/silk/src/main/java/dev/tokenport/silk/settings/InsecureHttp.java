package dev.tokenport.silk.settings;

/** Whether credentials and tokens may go over plain http to another machine. */
public enum InsecureHttp {
    /** If the task says so. */
    TASK,
    /** Whatever the task says. */
    ALWAYS,
    /** A task that says so is refused. */
    NEVER
}
