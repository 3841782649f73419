package dev.tokenport.graphql;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.service.AccessToken;
import dev.tokenport.service.Calls;
import dev.tokenport.service.Connection;
import dev.tokenport.service.OnError;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The operator, asked by a test. */
abstract class GraphQLCase {

    static final String ORDERS = "{ orders { id } }";

    @TempDir
    Path folder = Path.of("");

    TestContext context() {
        return TestContext.in(folder);
    }

    /** What a query is made of; the defaults are those of the parameters, but for {@code attempts}. */
    static final class Asked {

        private final String url;
        private final String query;
        private String variables = "{}";
        private String dataset = "";
        private Optional<Secret> token = Optional.empty();
        private String operationName = "";
        private String records = "";
        private OnError onError = OnError.FAIL;
        private String carry = "";
        private String carryPrefix = "";
        private int parallel = 1;
        private int attempts = 1;

        private Asked(String url, String query) {
            this.url = url;
            this.query = query;
        }

        static Asked of(String url, String query) {
            return new Asked(url, query);
        }

        Asked variables(String value) {
            variables = value;
            return this;
        }

        Asked dataset(String value) {
            dataset = value;
            return this;
        }

        Asked token(Secret value) {
            token = Optional.of(value);
            return this;
        }

        Asked operationName(String value) {
            operationName = value;
            return this;
        }

        Asked records(String value) {
            records = value;
            return this;
        }

        Asked skipping() {
            onError = OnError.SKIP;
            return this;
        }

        Asked carrying(String names, String prefix) {
            carry = names;
            carryPrefix = prefix;
            return this;
        }

        Asked parallel(int value) {
            parallel = value;
            return this;
        }

        Asked attempts(int value) {
            attempts = value;
            return this;
        }

        GraphQLParameters parameters() {
            var calls = new Calls(
                    onError, carry, carryPrefix, parallel, attempts, Duration.ofSeconds(20), Connection.DEFAULT, false);
            return new GraphQLParameters(
                    url, query, variables, dataset, AccessToken.bearer(token), operationName, records, calls);
        }
    }

    List<Entity> ask(Asked asked, TestContext context, Entities... inputs)
            throws OperatorException, InterruptedException {
        Output output = new GraphQLQuery().execute(asked.parameters(), new Inputs(List.of(inputs)), context);
        List<Entity> entities = new ArrayList<>();
        if (output instanceof Output.Stream stream) {
            try (Entities reading = stream.entities()) {
                for (Entity entity = reading.next(); entity != null; entity = reading.next()) {
                    entities.add(entity);
                }
            }
        }
        return entities;
    }

    List<Entity> ask(Asked asked, Entities... inputs) throws OperatorException, InterruptedException {
        return ask(asked, context(), inputs);
    }

    /** Entities with one path. */
    static Entities rows(String path, String... texts) {
        var schema = Schema.of("", path);
        return Entities.of(
                schema,
                List.of(texts).stream()
                        .map(text -> Entity.of("", schema, List.of(Value.of(text))))
                        .toList());
    }

    /** An entity with one path. */
    static Entity row(String path, Value value) {
        return Entity.of("", Schema.of("", path), List.of(value));
    }

    static Value number(String digits) {
        return new Value.Text(digits, JsonType.NUMBER);
    }

    static Value json(String text) {
        return new Value.Text(text, JsonType.JSON);
    }
}
