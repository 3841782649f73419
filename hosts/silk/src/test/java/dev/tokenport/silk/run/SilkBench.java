package dev.tokenport.silk.run;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operators.auth.OAuth2Authentication;
import dev.tokenport.secret.Environment;
import dev.tokenport.silk.entity.Sequences;
import dev.tokenport.testkit.ManualTime;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silkframework.config.FixedNumberOfInputs;
import org.silkframework.config.InputPorts;
import org.silkframework.config.MetaData;
import org.silkframework.config.PlainTask;
import org.silkframework.config.Port;
import org.silkframework.config.Task;
import org.silkframework.config.TaskSpec;
import org.silkframework.entity.Entity;
import org.silkframework.entity.EntitySchema;
import org.silkframework.entity.Restriction;
import org.silkframework.entity.paths.TypedPath;
import org.silkframework.entity.paths.UntypedPath;
import org.silkframework.execution.local.GenericEntityTable;
import org.silkframework.execution.local.LocalEntities;
import org.silkframework.execution.local.LocalExecution;
import org.silkframework.runtime.iterator.CloseableIterator;
import org.silkframework.runtime.iterator.CloseableIterator$;
import org.silkframework.runtime.plugin.ParameterValues;
import org.silkframework.runtime.plugin.PluginContext;
import org.silkframework.util.Identifier;
import org.silkframework.util.Uri;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/** A Silk for tests: settings, a clock that is moved by hand, variables, and hand-made tasks and tables. For one thread. */
final class SilkBench {

    static final String SECRET = "correct-horse-battery";
    static final String TOKEN = "token-of-ada-0001";

    private final ManualTime time = ManualTime.start();
    private final TestPlace place;
    private Config config = ConfigFactory.empty();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Server server = new Server(() -> config, time, this::variable);

    SilkBench(Path files) {
        this.place = TestPlace.of(files);
    }

    private java.util.Optional<String> variable(String name) {
        return Environment.of(variables).variable(name);
    }

    ManualTime time() {
        return time;
    }

    Server server() {
        return server;
    }

    TestPlace place() {
        return place;
    }

    /** Sets what stands under {@code plugin.tokenport}. */
    SilkBench settings(String hocon) {
        config = ConfigFactory.parseString("plugin.tokenport {" + hocon + "}");
        return this;
    }

    SilkBench variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** The execution of a workflow. */
    static LocalExecution workflow() {
        return execution(Option.apply(new Identifier("nightly")));
    }

    /** An execution that belongs to no workflow. */
    static LocalExecution noWorkflow() {
        return execution(Option.empty());
    }

    private static LocalExecution execution(Option<Identifier> workflow) {
        return new LocalExecution(false, Map$.MODULE$.empty(), Map$.MODULE$.empty(), workflow);
    }

    /** The parameters of an authentication at this endpoint. */
    static Map<String, String> client(URI endpoint) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("oauth_token_url", endpoint.toString());
        values.put("oauth_client_id", "orders");
        values.put("oauth_client_secret", SECRET);
        return values;
    }

    LocalEntities authenticate(URI endpoint, LocalExecution execution, PluginContext where, TestActivity activity) {
        return execute(new OAuth2Authentication(), client(endpoint), List.of(), execution, where, activity);
    }

    LocalEntities execute(Operator<?> operator, Map<String, String> values, LocalEntities... inputs) {
        return execute(operator, values, List.of(inputs), workflow(), place, TestActivity.alone());
    }

    LocalEntities execute(
            Operator<?> operator,
            Map<String, String> values,
            List<LocalEntities> inputs,
            LocalExecution execution,
            PluginContext where,
            TestActivity activity) {
        Map<String, RawValue> raw = new LinkedHashMap<>();
        values.forEach((id, text) -> raw.put(id, RawValue.of(text)));
        return Execution.of(new Call(operator, raw, task("auth"), inputs, execution, activity, where), server);
    }

    static Task<TaskSpec> task(String id) {
        return new PlainTask<>(
                new Identifier(id), new NoSpec(), MetaData.empty(), ClassTag$.MODULE$.apply(TaskSpec.class));
    }

    /** A table of texts. */
    static LocalEntities table(List<String> columns, List<List<String>> rows) {
        List<TypedPath> paths = columns.stream()
                .map(name -> UntypedPath.apply(name).asStringTypedPath())
                .toList();
        var schema = new EntitySchema(
                new Uri("Order"), Sequences.of(paths), Restriction.empty(), UntypedPath.empty(), false);
        List<Entity> entities = new ArrayList<>();
        for (List<String> row : rows) {
            List<Seq<String>> values = row.stream()
                    .<Seq<String>>map(text -> Sequences.of(List.of(text)))
                    .toList();
            entities.add(Entity.apply(new Uri("urn:row:" + entities.size()), Sequences.of(values), schema));
        }
        return table(
                schema, CloseableIterator$.MODULE$.apply(CollectionConverters.asScala(entities.iterator()), () -> {}));
    }

    static LocalEntities table(EntitySchema schema, CloseableIterator<Entity> rows) {
        return new GenericEntityTable(rows, schema, task("source"), Sequences.of(List.of()));
    }

    /** All that a table has: column and values, row by row. */
    static List<Map<String, List<String>>> rows(LocalEntities table) {
        List<Map<String, List<String>>> rows = new ArrayList<>();
        try (table) {
            CloseableIterator<Entity> entities = table.entities();
            while (entities.hasNext()) {
                Entity entity = entities.next();
                Map<String, List<String>> row = new LinkedHashMap<>();
                for (int i = 0; i < entity.values().size(); i++) {
                    row.put(
                            entity.schema().typedPaths().apply(i).normalizedSerialization(),
                            Sequences.list(entity.values().apply(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The data of a task; what it does is said by the call. */
    private static final class NoSpec implements TaskSpec {

        @Override
        public InputPorts inputPorts() {
            return new FixedNumberOfInputs(Sequences.of(List.of()));
        }

        @Override
        public Option<Port> outputPort() {
            return Option.empty();
        }

        @Override
        public ParameterValues parameters(PluginContext context) {
            return new ParameterValues(Map$.MODULE$.empty());
        }

        @Override
        public TaskSpec withParameters(ParameterValues updated, boolean dropExistingValues, PluginContext context) {
            return this;
        }
    }
}
