package org.silkframework.entity;

/** The type of the values of a path. */
public interface ValueType {}
