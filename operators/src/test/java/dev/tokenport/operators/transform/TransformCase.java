package dev.tokenport.operators.transform;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Transforms entities in a test. */
abstract class TransformCase {

    static final Value ONE = new Value.Text("1.50", JsonType.NUMBER);

    final TestContext context = TestContext.in(Path.of("."));

    /** Parameters by id: a text each, or a mapping. */
    static TransformParameters parameters(Map<String, RawValue> values) throws OperatorException {
        return ParameterList.bind(TransformParameters.class, values);
    }

    static RawValue map(String... keysAndTexts) {
        Map<String, RawValue> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            entries.put(keysAndTexts[i], RawValue.of(keysAndTexts[i + 1]));
        }
        return new RawValue.Mapping(entries);
    }

    static Entity entity(String... namesAndTexts) {
        List<String> names = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            names.add(namesAndTexts[i]);
            values.add(Value.of(namesAndTexts[i + 1]));
        }
        return Entity.of("", Schema.of("", names.toArray(String[]::new)), values);
    }

    Entities open(Map<String, RawValue> values, Entities... inputs) throws Exception {
        var output = new Transform().execute(parameters(values), new Inputs(List.of(inputs)), context);
        return ((Output.Stream) output).entities();
    }

    List<Entity> all(Map<String, RawValue> values, Entity... entities) throws Exception {
        return rest(open(values, stream(entities)));
    }

    Entity only(Map<String, RawValue> values, Entity entity) throws Exception {
        return Objects.requireNonNull(open(values, stream(entity)).next());
    }

    static List<Entity> rest(Entities stream) throws Exception {
        List<Entity> rest = new ArrayList<>();
        for (Entity entity = stream.next(); entity != null; entity = stream.next()) {
            rest.add(entity);
        }
        return rest;
    }

    static Entities stream(Entity... entities) {
        return Entities.of(entities.length == 0 ? Schema.of("") : entities[0].schema(), List.of(entities));
    }

    /** The names and texts of an entity, for people. */
    static String shown(@Nullable Entity entity) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < Objects.requireNonNull(entity).values().size(); i++) {
            List<String> values = entity.values().get(i).stream()
                    .map(value -> value instanceof Value.Text text ? text.text() : "secret")
                    .toList();
            shown.add(entity.schema().paths().get(i).name() + "=" + String.join("+", values));
        }
        return String.join(" ", shown);
    }
}
