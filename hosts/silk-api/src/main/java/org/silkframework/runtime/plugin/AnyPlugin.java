package org.silkframework.runtime.plugin;

import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;

/** A plugin: a trait with private state, which the class that implements it keeps. */
public interface AnyPlugin {

    Option<PluginDescription<AnyPlugin>> org$silkframework$runtime$plugin$AnyPlugin$$pluginSpecOption();

    void org$silkframework$runtime$plugin$AnyPlugin$$pluginSpecOption_$eq(Option<PluginDescription<AnyPlugin>> value);

    Map<String, String> org$silkframework$runtime$plugin$AnyPlugin$$pluginTemplateMap();

    void org$silkframework$runtime$plugin$AnyPlugin$$pluginTemplateMap_$eq(Map<String, String> value);

    static void $init$(AnyPlugin plugin) {
        plugin.org$silkframework$runtime$plugin$AnyPlugin$$pluginSpecOption_$eq(Option.empty());
        plugin.org$silkframework$runtime$plugin$AnyPlugin$$pluginTemplateMap_$eq(Map$.MODULE$.empty());
    }

    default void init(PluginDescription<AnyPlugin> pluginSpec, Map<String, String> templateValues) {
        org$silkframework$runtime$plugin$AnyPlugin$$pluginSpecOption_$eq(Option.apply(pluginSpec));
        org$silkframework$runtime$plugin$AnyPlugin$$pluginTemplateMap_$eq(templateValues);
    }

    default PluginDescription<AnyPlugin> pluginSpec() {
        if (org$silkframework$runtime$plugin$AnyPlugin$$pluginSpecOption().isEmpty()) {
            org$silkframework$runtime$plugin$AnyPlugin$$pluginSpecOption_$eq(
                    Option.apply(ClassPluginDescription.create(getClass())));
        }
        return org$silkframework$runtime$plugin$AnyPlugin$$pluginSpecOption().get();
    }

    default Map<String, String> templateValues() {
        return org$silkframework$runtime$plugin$AnyPlugin$$pluginTemplateMap();
    }

    default ParameterValues parameters(PluginContext pluginContext) {
        return pluginSpec().parameterValues(this, pluginContext);
    }

    default AnyPlugin withParameters(
            ParameterValues updatedParameters, boolean dropExistingValues, PluginContext context) {
        ParameterValues all =
                dropExistingValues ? updatedParameters : parameters(context).merge(updatedParameters);
        return pluginSpec().apply(all, false, context);
    }

    default boolean withParameters$default$2() {
        return false;
    }
}
