package dev.tokenport.silk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.silk.entity.Sequences;
import dev.tokenport.silk.run.TestActivity;
import dev.tokenport.silk.run.TestPlace;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkframework.config.CustomTask;
import org.silkframework.config.FixedSchemaPort;
import org.silkframework.config.MetaData;
import org.silkframework.config.PlainTask;
import org.silkframework.config.Task;
import org.silkframework.entity.Entity;
import org.silkframework.entity.paths.UntypedPath;
import org.silkframework.execution.ExecutorOutput;
import org.silkframework.execution.local.LocalEntities;
import org.silkframework.execution.local.LocalExecution;
import org.silkframework.execution.local.LocalExecutor;
import org.silkframework.runtime.plugin.AnyPlugin;
import org.silkframework.runtime.plugin.ClassPluginDescription;
import org.silkframework.runtime.plugin.ParameterStringValue;
import org.silkframework.runtime.plugin.ParameterValue;
import org.silkframework.runtime.plugin.ParameterValues;
import org.silkframework.util.Identifier;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.reflect.ClassTag$;

/** What Silk does for a config port, with the classes that it knows the operators by. */
final class ConfigPortTest {

    private static final String TOKEN = "token-of-ada-0001";

    private final ScriptedServer server = ScriptedServer.start();
    private final TestActivity activity = TestActivity.alone();
    private final LocalExecution execution =
            new LocalExecution(false, Map$.MODULE$.empty(), Map$.MODULE$.empty(), Option.apply(new Identifier("sync")));
    private final TestPlace place;

    ConfigPortTest(@TempDir Path files) {
        this.place = TestPlace.of(files);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void token_deliveredToAConsumer_isItsPasswordAndSent() {
        server.answer(Answer.token(TOKEN, Duration.ofMinutes(5)), Answer.json(200, "[{\"id\":\"6\"}]"));
        CustomTask consumer =
                task(HttpRequestTask.class, Map.of("url", server.url("/orders").toString()));

        CustomTask configured = reconfigured(consumer, settings(consumer));
        LocalEntities orders = executed(new HttpRequestTaskExecutor(), configured, ExecutorOutputs.NONE);

        assertThat(text(configured, "oauth_access_token"))
                .startsWith("PASSWORD_PARAMETER:")
                .doesNotContain(TOKEN);
        assertThat(server.requests().get(1).headers().first("Authorization")).contains("Bearer " + TOKEN);
        assertThat(Sequences.list(orders.entities().next().values().apply(0))).containsExactly("6");
    }

    @Test
    void settings_ofAnAuthentication_haveAPathPerParameterThatConsumersHave() {
        server.answer(Answer.token(TOKEN, Duration.ofMinutes(5)));
        CustomTask consumer = task(
                GraphQLQueryTask.class,
                Map.of("graphql_url", server.url("/graphql").toString(), "graphql_query", "{ orders { id } }"));

        CustomTask configured = reconfigured(consumer, settings(consumer));

        assertThat(text(configured, "oauth_token_type")).isEqualTo("Bearer");
        assertThat(text(configured, "graphql_query")).isEqualTo("{ orders { id } }");
    }

    private Entity settings(CustomTask consumer) {
        CustomTask auth = task(
                OAuth2AuthenticationTask.class,
                Map.of(
                        "oauth_token_url", server.url("/token").toString(),
                        "oauth_client_id", "orders",
                        "oauth_client_secret", "correct-horse-battery"));
        var output = new ExecutorOutput(
                Option.apply(named(consumer)),
                Option.apply(new FixedSchemaPort(SilkPorts.schema(dev.tokenport.operator.Schema.of("")))));
        return executed(new OAuth2AuthenticationTaskExecutor(), auth, output)
                .entities()
                .next();
    }

    /** Silk takes the first value of each path that is named as a parameter, as a text. */
    private CustomTask reconfigured(CustomTask task, Entity settings) {
        ParameterValues values = task.parameters(place);
        scala.collection.immutable.Map<String, ParameterValue> replaced = values.values();
        for (int i = 0; i < settings.schema().typedPaths().size(); i++) {
            var path = settings.schema().typedPaths().apply(i).toUntypedPath();
            for (String name : List.of("oauth_access_token", "oauth_token_type", "oauth_dpop_key")) {
                var delivered = settings.values().apply(i);
                if (path.equals(UntypedPath.apply(name)) && !delivered.isEmpty()) {
                    replaced = replaced.updated(name, new ParameterStringValue(delivered.head()));
                }
            }
        }
        return (CustomTask) task.withParameters(new ParameterValues(replaced), true, place);
    }

    private String text(CustomTask task, String parameter) {
        return ((ParameterStringValue)
                        task.parameters(place).values().get(parameter).get())
                .value();
    }

    private CustomTask task(Class<? extends AnyPlugin> type, Map<String, String> texts) {
        scala.collection.immutable.Map<String, ParameterValue> values = Map$.MODULE$.empty();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            values = values.updated(text.getKey(), new ParameterStringValue(text.getValue()));
        }
        return (CustomTask) ClassPluginDescription.create(type).apply(new ParameterValues(values), false, place);
    }

    private static Task<CustomTask> named(CustomTask data) {
        return new PlainTask<>(
                new Identifier("task"), data, MetaData.empty(), ClassTag$.MODULE$.apply(CustomTask.class));
    }

    // Silk finds the executor of a task by reflection, and calls it without types.
    @SuppressWarnings({"rawtypes", "unchecked"})
    private LocalEntities executed(LocalExecutor executor, CustomTask task, ExecutorOutput output) {
        var table = (Option<LocalEntities>)
                executor.execute(named(task), Sequences.of(List.of()), output, execution, activity, place);
        return table.get();
    }

    /** Who takes an output. */
    private static final class ExecutorOutputs {

        private static final ExecutorOutput NONE = new ExecutorOutput(Option.empty(), Option.empty());

        private ExecutorOutputs() {}
    }
}
