package org.silkframework.runtime.activity;

/** How an activity is started and stopped. */
public interface ActivityControl<T> {}
