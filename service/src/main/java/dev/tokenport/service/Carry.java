package dev.tokenport.service;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Schema.Path;
import dev.tokenport.operator.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts columns of the input beside those of the answer. For one thread. */
final class Carry {

    private static final String ALL = "*";

    private final List<String> names;
    private final String prefix;
    private @Nullable Beside last;

    /** Which columns of one schema stand behind those of another one. */
    private record Beside(Schema input, Schema answer, List<Integer> positions, Schema both) {}

    Carry(Calls calls) {
        this.names = calls.carry().isBlank()
                ? List.of()
                : Stream.of(calls.carry().strip().split("\\s+")).distinct().toList();
        this.prefix = calls.carryPrefix();
    }

    /** An entity of the answer with what is carried. */
    Entity beside(Optional<Entity> input, Entity answer) throws EntityException {
        if (names.isEmpty()) {
            return answer;
        }
        Entity carried = input.orElseThrow(() -> new EntityException(
                "carry '" + String.join(" ", names) + "' has nothing to carry: no data input is connected"));
        Beside beside = beside(carried.schema(), answer.schema());
        List<List<Value>> values = new ArrayList<>(answer.values());
        for (int position : beside.positions) {
            values.add(carried.values().get(position));
        }
        return new Entity(answer.uri(), beside.both, values);
    }

    // Entities of one stream mostly share their schema, so that looking at the same two again is enough.
    @SuppressWarnings("ReferenceEquality")
    private Beside beside(Schema input, Schema answer) throws EntityException {
        Beside known = last;
        if (known == null || known.input != input || known.answer != answer) {
            known = made(input, answer);
            last = known;
        }
        return known;
    }

    private Beside made(Schema input, Schema answer) throws EntityException {
        List<String> wanted =
                names.contains(ALL) ? input.paths().stream().map(Path::name).toList() : names;
        List<Integer> positions = new ArrayList<>();
        List<Path> paths = new ArrayList<>(answer.paths());
        for (String name : wanted) {
            int position = input.position(name);
            if (position < 0) {
                throw new EntityException("carry names '" + name + "', which is unknown (the entity has: "
                        + input.paths().stream().map(Path::name).collect(Collectors.joining(", ")) + ")");
            }
            if (answer.position(prefix + name) >= 0) {
                throw new EntityException("carry puts '" + prefix + name
                        + "' beside an answer that has such a column itself; set carry_prefix to another text");
            }
            Path path = input.paths().get(position);
            positions.add(position);
            paths.add(new Path(prefix + name, path.type(), path.optional()));
        }
        return new Beside(input, answer, positions, new Schema(answer.type(), paths));
    }
}
