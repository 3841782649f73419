package org.silkframework.config;

/** How many inputs a task has. */
public interface InputPorts {}
