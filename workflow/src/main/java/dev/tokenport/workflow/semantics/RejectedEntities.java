package dev.tokenport.workflow.semantics;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Schema.Path;
import dev.tokenport.operator.Schema.PathType;
import dev.tokenport.operator.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the second output of a task gives: the paths and values of the input's entity, and the reason under the path
 * {@value RunContext#REJECT_REASON}; without an input the reason only. A path of the input that has this name already, as
 * when rejects are processed again, moves to {@code reject_reason_1}, or the next number that is free: so the reasons are
 * numbered in their order, and the last one has the plain name. For one thread at a time.
 */
public final class RejectedEntities {

    private static final Path REASON = new Path(RunContext.REJECT_REASON, PathType.STRING, true);
    private static final Schema ONLY_REASON = new Schema("", List.of(REASON));

    private @Nullable Schema input;
    private Schema output = ONLY_REASON;

    /**
     * A rejected entity.
     *
     * @param entity the entity of the input, empty if there is no input
     * @param reason why, on one line, redacted
     */
    public Entity of(Optional<Entity> entity, String reason) {
        List<Value> why = List.of(Value.of(reason));
        if (entity.isEmpty()) {
            return new Entity("", ONLY_REASON, List.of(why));
        }
        Entity rejected = entity.get();
        List<List<Value>> values =
                Stream.concat(rejected.values().stream(), Stream.of(why)).toList();
        return new Entity(rejected.uri(), schema(rejected.schema()), values);
    }

    /** Made once for entities in a row that have the same. */
    private Schema schema(Schema of) {
        Schema before = input;
        if (before == null || !before.equals(of)) {
            List<Path> paths = new ArrayList<>();
            of.paths().forEach(path -> paths.add(path.name().equals(REASON.name()) ? moved(path, of) : path));
            paths.add(REASON);
            output = new Schema(of.type(), paths);
            input = of;
        }
        return output;
    }

    private static Path moved(Path path, Schema schema) {
        int number = 1;
        while (schema.position(path.name() + "_" + number) >= 0) {
            number++;
        }
        return new Path(path.name() + "_" + number, path.type(), path.optional());
    }
}
