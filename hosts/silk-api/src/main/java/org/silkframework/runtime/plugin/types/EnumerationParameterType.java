package org.silkframework.runtime.plugin.types;

/** A constant with a text of its own. */
public interface EnumerationParameterType {

    String id();

    String displayName();
}
