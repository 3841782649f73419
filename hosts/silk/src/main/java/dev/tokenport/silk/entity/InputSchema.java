package dev.tokenport.silk.entity;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Schema.PathType;
import dev.tokenport.operator.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.silkframework.entity.EntitySchema;
import org.silkframework.entity.ValueType;
import org.silkframework.entity.ValueType$;
import org.silkframework.entity.paths.TypedPath;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * A schema of Silk as ours. Of two paths with one name the first counts. Immutable.
 *
 * @param schema ours
 * @param positions where in Silk's schema the paths are
 */
record InputSchema(Schema schema, List<Integer> positions) {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    static InputSchema of(EntitySchema silk) {
        Map<String, Integer> names = new HashMap<>();
        List<Schema.Path> paths = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < silk.typedPaths().size(); i++) {
            TypedPath path = silk.typedPaths().apply(i);
            String name = PathNames.name(path);
            if (names.putIfAbsent(name, i) == null) {
                paths.add(new Schema.Path(name, type(path.valueType()), false));
                positions.add(i);
            }
        }
        return new InputSchema(new Schema(silk.typeUri().uri(), paths), List.copyOf(positions));
    }

    private static PathType type(ValueType type) {
        ValueType$ all = ValueType$.MODULE$;
        if (type.equals(all.BOOLEAN())) {
            return PathType.BOOLEAN;
        }
        Set<ValueType> numbers = Set.of(all.INTEGER(), all.INT(), all.LONG(), all.FLOAT(), all.DOUBLE(), all.DECIMAL());
        return numbers.contains(type) ? PathType.NUMBER : PathType.ANY;
    }

    /** An entity of Silk as ours. */
    Entity entity(org.silkframework.entity.Entity silk) {
        List<List<Value>> columns = new ArrayList<>();
        IndexedSeq<Seq<String>> values = silk.values();
        for (int i = 0; i < positions.size(); i++) {
            PathType type = schema.paths().get(i).type();
            int position = positions.get(i);
            columns.add(
                    position < values.size()
                            ? Sequences.list(values.apply(position)).stream()
                                    .map(text -> value(text, type))
                                    .toList()
                            : List.of());
        }
        return new Entity(silk.uri().uri(), schema, columns);
    }

    /** Silk has texts only; one of a path of numbers that is none in JSON stays a text. */
    private static Value value(String text, PathType type) {
        if (type == PathType.NUMBER && NUMBER.matcher(text).matches()) {
            return new Value.Text(text, JsonType.NUMBER);
        }
        boolean truth = type == PathType.BOOLEAN && (text.equals("true") || text.equals("false"));
        return new Value.Text(text, truth ? JsonType.BOOLEAN : JsonType.STRING);
    }
}
