package dev.tokenport.silk.jar;

import dev.tokenport.silk.run.TestActivity;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.silkframework.config.CustomTask;
import org.silkframework.config.MetaData;
import org.silkframework.config.PlainTask;
import org.silkframework.entity.Entity;
import org.silkframework.entity.EntitySchema;
import org.silkframework.execution.ExecutorOutput;
import org.silkframework.execution.local.LocalEntities;
import org.silkframework.execution.local.LocalExecution;
import org.silkframework.execution.local.LocalExecutor;
import org.silkframework.runtime.plugin.AnyPlugin;
import org.silkframework.runtime.plugin.ClassPluginDescription;
import org.silkframework.runtime.plugin.ParameterStringValue;
import org.silkframework.runtime.plugin.ParameterValue;
import org.silkframework.runtime.plugin.ParameterValues;
import org.silkframework.runtime.plugin.PluginContext;
import org.silkframework.runtime.plugin.PluginModule;
import org.silkframework.util.Identifier;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/** The JAR of the plugin in a class loader of its own, as Silk loads it. For one thread. */
final class LoadedPlugin implements AutoCloseable {

    private final URLClassLoader loader;

    private LoadedPlugin(URLClassLoader loader) {
        this.loader = loader;
    }

    /** Loads it under a class loader that has Silk. */
    static LoadedPlugin under(ClassLoader silk) throws IOException {
        return new LoadedPlugin(
                new URLClassLoader(new URL[] {PluginJar.path().toUri().toURL()}, silk));
    }

    /** The classes that it tells Silk of. */
    List<Class<? extends AnyPlugin>> plugins() {
        List<Class<? extends AnyPlugin>> plugins = new ArrayList<>();
        for (PluginModule module : ServiceLoader.load(PluginModule.class, loader)) {
            plugins.addAll(CollectionConverters.asJava(module.pluginClasses()));
        }
        return plugins;
    }

    private Class<? extends AnyPlugin> plugin(String simpleName) {
        return plugins().stream()
                .filter(type -> type.getSimpleName().equals(simpleName))
                .findFirst()
                .orElseThrow();
    }

    /** Executes a task, and gives the values of its entities by column. */
    // Silk's types of tasks and executors are known only to the class loader of the plugin.
    @SuppressWarnings({"rawtypes", "unchecked"})
    List<Map<String, List<String>>> execute(String task, Map<String, String> parameters, PluginContext place)
            throws ReflectiveOperationException, IOException {
        CustomTask data =
                (CustomTask) ClassPluginDescription.create(plugin(task)).apply(values(parameters), false, place);
        LocalExecutor executor =
                (LocalExecutor) plugin(task + "Executor").getConstructor().newInstance();
        Option<LocalEntities> output = executor.execute(
                new PlainTask(new Identifier("task"), data, MetaData.empty(), ClassTag$.MODULE$.apply(data.getClass())),
                (Seq) CollectionConverters.asScala(List.of()).toSeq(),
                new ExecutorOutput(Option.empty(), Option.empty()),
                new LocalExecution(
                        false, Map$.MODULE$.empty(), Map$.MODULE$.empty(), Option.apply(new Identifier("workflow"))),
                TestActivity.alone(),
                place);
        return rows(output.get());
    }

    private static List<Map<String, List<String>>> rows(LocalEntities table) throws IOException {
        List<Map<String, List<String>>> rows = new ArrayList<>();
        try (table) {
            EntitySchema schema = table.entitySchema();
            for (Entity entity : (Iterable<Entity>) () -> CollectionConverters.asJava(table.entities())) {
                Map<String, List<String>> row = new LinkedHashMap<>();
                for (int i = 0; i < schema.typedPaths().size(); i++) {
                    row.put(
                            schema.typedPaths().apply(i).normalizedSerialization(),
                            CollectionConverters.asJava(entity.values().apply(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    // Java does not see what type the empty map of Scala has.
    @SuppressWarnings("unchecked")
    private static ParameterValues values(Map<String, String> texts) {
        scala.collection.immutable.Map<String, ParameterValue> values = Map$.MODULE$.empty();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            values = values.updated(entry.getKey(), new ParameterStringValue(entry.getValue()));
        }
        return new ParameterValues(values);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
