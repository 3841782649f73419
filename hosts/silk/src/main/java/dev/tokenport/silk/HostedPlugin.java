package dev.tokenport.silk;

import org.jspecify.annotations.Nullable;
import org.silkframework.runtime.plugin.AnyPlugin;
import org.silkframework.runtime.plugin.ParameterValues;
import org.silkframework.runtime.plugin.PluginContext;
import org.silkframework.runtime.plugin.PluginDescription;
import scala.Option;
import scala.collection.immutable.Map;

/**
 * A plugin of Silk that is written in Java: keeps what the Scala trait {@code AnyPlugin} would keep itself. Of Silk's types
 * it implements that trait only; with another one of the same methods, {@code AnyPlugin.super} would be ambiguous.
 * Thread-safe, as Scala's own fields are.
 */
abstract class HostedPlugin implements AnyPlugin {

    private volatile @Nullable Option<PluginDescription<AnyPlugin>> description;
    private volatile @Nullable Map<String, String> templates;

    /** A plugin without templates. */
    HostedPlugin() {
        AnyPlugin.$init$(this);
    }

    @Override
    public final @Nullable Option<PluginDescription<AnyPlugin>>
            org$silkframework$runtime$plugin$AnyPlugin$$pluginSpecOption() {
        return description;
    }

    @Override
    public final void org$silkframework$runtime$plugin$AnyPlugin$$pluginSpecOption_$eq(
            Option<PluginDescription<AnyPlugin>> value) {
        description = value;
    }

    @Override
    public final @Nullable Map<String, String> org$silkframework$runtime$plugin$AnyPlugin$$pluginTemplateMap() {
        return templates;
    }

    @Override
    public final void org$silkframework$runtime$plugin$AnyPlugin$$pluginTemplateMap_$eq(Map<String, String> value) {
        templates = value;
    }

    @Override
    public ParameterValues parameters(PluginContext context) {
        return AnyPlugin.super.parameters(context);
    }

    @Override
    public AnyPlugin withParameters(ParameterValues updated, boolean dropExistingValues, PluginContext context) {
        return AnyPlugin.super.withParameters(updated, dropExistingValues, context);
    }

    @Override
    public boolean withParameters$default$2() {
        return false;
    }
}
