package dev.tokenport.service.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonRows.Scalars;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JSON and shows its entities. */
abstract class JsonRowsCase {

    static final JsonFormat ONE = JsonFormat.of(Scalars.VALUES);

    static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    static List<JsonPointer> places(String... pointers) {
        return List.of(pointers).stream()
                .map(text -> JsonPointer.of("keep", text))
                .toList();
    }

    static Optional<Value.Text> text(String text, JsonType type) {
        return Optional.of(new Value.Text(text, type));
    }

    static List<Entity> read(String text, JsonFormat format) throws JsonFault, IOException {
        return read(text.getBytes(UTF_8), format);
    }

    static List<Entity> read(byte[] octets, JsonFormat format) throws JsonFault, IOException {
        try (var rows = new JsonRows(new ByteArrayInputStream(octets), format)) {
            return all(rows);
        }
    }

    static List<Entity> all(JsonRows rows) throws JsonFault, IOException {
        List<Entity> all = new ArrayList<>();
        for (Entity entity = rows.next(); entity != null; entity = rows.next()) {
            all.add(entity);
        }
        return all;
    }

    static String shown(List<Entity> entities) {
        List<String> shown = new ArrayList<>();
        for (Entity entity : entities) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < entity.values().size(); i++) {
                members.add(entity.schema().paths().get(i).name() + "="
                        + ((Value.Text) entity.values().get(i).get(0)).text());
            }
            shown.add(String.join(",", members));
        }
        return String.join(" ; ", shown);
    }
}
