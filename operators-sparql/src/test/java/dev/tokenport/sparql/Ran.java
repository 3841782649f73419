package dev.tokenport.sparql;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.TestContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A task that a test runs: an operator and its parameters, those that are not given with their defaults. */
final class Ran {

    private final Map<String, RawValue> parameters = new LinkedHashMap<>();

    private Ran() {}

    /** A task with parameters: names and texts by turns. */
    static Ran with(String... namesAndTexts) {
        var task = new Ran();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            task.parameters.put(namesAndTexts[i], RawValue.of(namesAndTexts[i + 1]));
        }
        return task;
    }

    /** The same with a token. */
    Ran token(String token) {
        parameters.put("oauth_access_token", new RawValue.Scalar(Value.of(Secret.of(token))));
        return this;
    }

    /** The bound parameters. */
    <P extends Record> P bound(Class<P> type) throws ParameterException {
        return ParameterList.bind(type, parameters);
    }

    /** The entities that the query gives. */
    List<Entity> query(TestContext context, Entities... inputs) throws Exception {
        return run(new SparqlQuery(), context, inputs);
    }

    /** The entities that the update gives. */
    List<Entity> update(TestContext context, Entities... inputs) throws Exception {
        return run(new SparqlUpdate(), context, inputs);
    }

    private <P extends Record> List<Entity> run(Operator<P> operator, TestContext context, Entities... inputs)
            throws ParameterException, OperatorException, InterruptedException {
        Output output = operator.execute(bound(operator.parameters()), new Inputs(List.of(inputs)), context);
        List<Entity> entities = new ArrayList<>();
        try (Entities stream = ((Output.Stream) output).entities()) {
            for (Entity entity = stream.next(); entity != null; entity = stream.next()) {
                entities.add(entity);
            }
        }
        return entities;
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

    /** Entities of one schema. */
    static Entities rows(Schema schema, List<List<Value>> rows) {
        return Entities.of(
                schema, rows.stream().map(row -> Entity.of("", schema, row)).toList());
    }

    /** A number. */
    static Value number(String digits) {
        return new Value.Text(digits, JsonType.NUMBER);
    }

    /** The first values of a path, as text. */
    static List<String> texts(List<Entity> entities, String path) {
        return entities.stream()
                .map(entity -> ((Value.Text) entity.first(path).orElseThrow()).text())
                .toList();
    }
}
