package org.silkframework.dataset;

/** A dataset. */
public interface Dataset {}
