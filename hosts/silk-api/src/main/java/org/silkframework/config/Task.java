package org.silkframework.config;

/** A task in a project. */
public interface Task<T extends TaskSpec> extends HasMetaData {

    T data();

    Class<?> taskType();
}
