package org.silkframework.runtime.templating;

/** The variables that templates see. */
public interface TemplateVariablesReader {}
