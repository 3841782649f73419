package dev.tokenport.silk.real;

import java.util.ArrayList;
import java.util.List;
import org.silkframework.runtime.plugin.PluginContext;
import org.silkframework.runtime.plugin.PluginDescription;
import org.silkframework.runtime.plugin.PluginParameter;
import org.silkframework.runtime.plugin.PluginRegistry;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/** What the registry of plugins knows of those that came from the folder of plugins. Immutable. */
final class SilkRegistry {

    /** Class and id of each plugin whose class is not Silk's. */
    List<String> plugins() {
        var lines = new ArrayList<String>();
        for (PluginDescription<?> plugin : CollectionConverters.asJava(PluginRegistry.allPlugins())) {
            if (plugin.pluginClass().getClassLoader() != PluginRegistry.class.getClassLoader()) {
                lines.add(plugin.pluginClass().getName() + "\t" + plugin.id());
            }
        }
        return lines;
    }

    /** Everything about one plugin; each parameter in a line with name, type, label, description, whether advanced, default. */
    List<String> description(String id) {
        PluginDescription<?> plugin = CollectionConverters.asJava(PluginRegistry.pluginDescriptionsById(
                        id, PluginRegistry.pluginDescriptionsById$default$2(), false))
                .get(0);
        var lines = new ArrayList<String>();
        lines.add("id\t" + plugin.id());
        lines.add("label\t" + plugin.label());
        lines.add("description\t" + plugin.description());
        lines.add("categories\t" + String.join(",", CollectionConverters.asJava(plugin.categories())));
        lines.add("documentation\t" + plugin.documentation());
        plugin.pluginTypes().foreach(type -> lines.add("type\t" + type.name()));
        plugin.parameters().foreach(parameter -> lines.add(line(parameter)));
        return lines;
    }

    private static String line(PluginParameter parameter) {
        return String.join(
                "\t",
                "parameter",
                parameter.name(),
                parameter.parameterType().name(),
                parameter.label(),
                parameter.description(),
                parameter.advanced() ? "advanced" : "",
                OptionConverters.toJava(parameter.stringDefaultValue(PluginContext.empty()))
                        .map(value -> "=" + value)
                        .orElse("mandatory"));
    }
}
