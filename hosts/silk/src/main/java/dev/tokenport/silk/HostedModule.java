package dev.tokenport.silk;

import java.util.List;
import org.silkframework.runtime.plugin.AnyPlugin;
import org.silkframework.runtime.plugin.PluginModule;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What Silk finds in the JAR: our operators as tasks, and what executes them. Immutable. */
public final class HostedModule implements PluginModule {

    /** Called by Silk's {@link java.util.ServiceLoader}. */
    public HostedModule() {}

    @Override
    public Seq<Class<? extends AnyPlugin>> pluginClasses() {
        List<Class<? extends AnyPlugin>> plugins = HostedClasses.plugins();
        return CollectionConverters.asScala(plugins).toSeq();
    }

    @Override
    public void load() {}

    @Override
    public void unload() {}
}
