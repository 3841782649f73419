package dev.tokenport.operators.transform;

/** What it means that an entity does not have a path that is to be renamed or picked. */
public enum MissingPath {
    /** The entity cannot be processed. */
    FAIL,
    /** There is nothing to rename; a picked path has no value. */
    IGNORE
}
