package dev.tokenport.silk;

import dev.tokenport.operator.Operator;
import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.silkframework.runtime.plugin.AnyPlugin;
import org.silkframework.runtime.plugin.ClassPluginDescription;
import org.silkframework.runtime.plugin.ParameterStringValue;
import org.silkframework.runtime.plugin.ParameterValue;
import org.silkframework.runtime.plugin.ParameterValues;
import org.silkframework.runtime.plugin.annotations.Plugin;
import scala.jdk.javaapi.CollectionConverters;

/** Tasks as Silk makes them: of the texts of their parameters. Stateless. */
final class SilkTasks {

    /** Values for what an operator always needs, by the operator's short id. */
    private static final Map<String, Map<String, String>> NEEDED = Map.of(
            "oauth2-authentication", Map.of(),
            "http-request", Map.of("url", "https://api.example.org/orders"),
            "graphql-query",
                    Map.of("graphql_url", "https://api.example.org/graphql", "graphql_query", "{ orders { id } }"),
            "sparql-query",
                    Map.of(
                            "sparql_endpoint",
                            "https://api.example.org/sparql",
                            "sparql_query",
                            "SELECT ?s { ?s ?p ?o }"),
            "sparql-update", Map.of("sparql_endpoint", "https://api.example.org/sparql", "sparql_update", "CLEAR ALL"));

    private SilkTasks() {}

    /** The operators that Silk gets. */
    static Stream<Operator<?>> operators() {
        return HostedOperators.registry().operators().stream();
    }

    /** The class of an operator's task. */
    static Class<? extends AnyPlugin> type(Operator<?> operator) {
        return plugins().stream()
                .filter(type -> type.getAnnotation(Plugin.class)
                        .id()
                        .equals(operator.description().id()))
                .findFirst()
                .orElseThrow();
    }

    /** All classes that Silk is told of. */
    static List<Class<? extends AnyPlugin>> plugins() {
        return CollectionConverters.asJava(new HostedModule().pluginClasses());
    }

    /** The only constructor of a plugin. */
    static Constructor<?> constructor(Class<?> type) {
        return type.getConstructors()[0];
    }

    /** A task with what it needs and nothing else. */
    static HostedTask plain(Operator<?> operator) {
        return task(operator, Map.of());
    }

    /** A task with these parameters, beside what it needs. */
    static HostedTask task(Operator<?> operator, Map<String, String> parameters) {
        Map<String, String> all =
                new LinkedHashMap<>(NEEDED.get(operator.description().shortId()));
        all.putAll(parameters);
        return (HostedTask) ClassPluginDescription.create(type(operator)).apply(values(all), false, new NoProject());
    }

    /** The values of parameters as Silk hands them about. */
    // Java does not see what type the empty map of Scala has.
    @SuppressWarnings("unchecked")
    static ParameterValues values(Map<String, String> texts) {
        scala.collection.immutable.Map<String, ParameterValue> values = scala.collection.immutable.Map$.MODULE$.empty();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            values = values.updated(entry.getKey(), new ParameterStringValue(entry.getValue()));
        }
        return new ParameterValues(values);
    }

    /** Their texts. */
    static Map<String, String> texts(ParameterValues values) {
        Map<String, String> texts = new LinkedHashMap<>();
        CollectionConverters.asJava(values.values())
                .forEach((name, value) -> texts.put(name, ((ParameterStringValue) value).value()));
        return texts;
    }
}
