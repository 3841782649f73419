package org.silkframework.runtime.resource;

/** The files of a project. */
public interface ResourceManager {

    String basePath();
}
