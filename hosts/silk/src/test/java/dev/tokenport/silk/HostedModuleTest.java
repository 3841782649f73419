package dev.tokenport.silk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silkframework.config.CustomTask;
import org.silkframework.execution.local.LocalExecutor;
import org.silkframework.runtime.plugin.AnyPlugin;
import org.silkframework.runtime.plugin.PluginModule;
import org.silkframework.runtime.plugin.annotations.Plugin;

/** What Silk finds of the plugin. */
final class HostedModuleTest {

    @Test
    void module_thatSilkLooksFor_isFound() {
        Stream<String> found = ServiceLoader.load(PluginModule.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(module -> module.getClass().getName());

        assertThat(found).containsExactly("dev.tokenport.silk.HostedModule");
    }

    @Test
    void plugins_all_haveIdsOfTheirOwn() {
        Stream<String> ids = SilkTasks.plugins().stream()
                .map(type -> type.getAnnotation(Plugin.class).id());

        assertThat(ids)
                .containsExactly(
                        "cmem_plugin_auth-workflow-auth-OAuth2",
                        "http-request",
                        "cmem_plugin_graphql-workflow-graphql-GraphQLPlugin",
                        "sparql-query",
                        "sparql-update",
                        "tokenport-executor-of-oauth2-authentication",
                        "tokenport-executor-of-http-request",
                        "tokenport-executor-of-graphql-query",
                        "tokenport-executor-of-sparql-query",
                        "tokenport-executor-of-sparql-update");
    }

    @Test
    void tasks_all_haveAnExecutorThatNamesThem() {
        List<Class<? extends AnyPlugin>> tasks = SilkTasks.plugins().stream()
                .filter(CustomTask.class::isAssignableFrom)
                .toList();

        Stream<Type> executed = SilkTasks.plugins().stream()
                .filter(LocalExecutor.class::isAssignableFrom)
                .map(type -> ((ParameterizedType) type.getGenericInterfaces()[0]).getActualTypeArguments()[0]);

        assertThat(executed).hasSize(5).containsExactlyElementsOf(tasks);
    }

    @Test
    void executors_all_areMadeWithoutArguments() throws ReflectiveOperationException {
        for (Class<? extends AnyPlugin> type : SilkTasks.plugins()) {
            if (LocalExecutor.class.isAssignableFrom(type)) {
                AnyPlugin executor = type.getConstructor().newInstance();

                assertThat(executor.org$silkframework$runtime$plugin$AnyPlugin$$pluginSpecOption()
                                .isEmpty())
                        .isTrue();
                assertThat(executor.templateValues().isEmpty()).isTrue();
            }
        }
    }
}
