package org.silkframework.entity.paths;

/** A step of a path. */
public abstract class PathOperator {}
