package org.silkframework.runtime.activity;

/** Something that runs. */
public interface Activity<T> {}
