package org.silkframework.runtime.plugin;

/** The value of a parameter. */
public interface ParameterValue {}
