package dev.tokenport.service;

/** What happens to a task when one of its entities cannot be processed. */
public enum OnError {
    /** The task fails. */
    FAIL,
    /** The entity is given up, and the task goes on. */
    SKIP
}
