package org.silkframework.runtime.plugin;

import scala.collection.immutable.Seq;

/** Names the classes of the plugins in a JAR. */
public interface PluginModule {

    Seq<Class<? extends AnyPlugin>> pluginClasses();

    default void load() {}

    default void unload() {}
}
