package dev.tokenport.operator.spool;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what an {@link EntityWriter} wrote. For one thread. */
final class EntityReader {

    private final DataInputStream in;
    private Schema schema = Schema.of("");

    EntityReader(DataInputStream in) {
        this.in = in;
    }

    /** The next entity, {@code null} at the end. */
    @Nullable
    Entity read() throws IOException {
        int mark = in.read();
        if (mark < 0) {
            return null;
        }
        if (mark == EntityWriter.NEW_SCHEMA) {
            schema = readSchema();
        }
        String uri = readText();
        List<List<Value>> values = new ArrayList<>(schema.paths().size());
        for (int i = 0; i < schema.paths().size(); i++) {
            values.add(readColumn());
        }
        return new Entity(uri, schema, values);
    }

    private List<Value> readColumn() throws IOException {
        int size = in.readInt();
        if (size == 1) {
            return List.of(readValue());
        }
        List<Value> column = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            column.add(readValue());
        }
        return List.copyOf(column);
    }

    private Value readValue() throws IOException {
        JsonType type = type((char) in.readUnsignedByte());
        return new Value.Text(readText(), type);
    }

    private static JsonType type(char mark) throws IOException {
        return switch (mark) {
            case EntityWriter.STRING -> JsonType.STRING;
            case EntityWriter.NUMBER -> JsonType.NUMBER;
            case EntityWriter.BOOLEAN -> JsonType.BOOLEAN;
            case EntityWriter.JSON -> JsonType.JSON;
            default -> throw new IOException("the file was changed");
        };
    }

    Schema readSchema() throws IOException {
        String type = readText();
        int size = in.readInt();
        List<Schema.Path> paths = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = readText();
            Schema.PathType pathType = Schema.PathType.valueOf(readText());
            paths.add(new Schema.Path(name, pathType, in.readBoolean()));
        }
        return new Schema(type, paths);
    }

    private String readText() throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(Math.abs(length));
        if (bytes.length < Math.abs(length)) {
            throw new EOFException("the file was cut off");
        }
        return length < 0 ? utf16(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String utf16(byte[] bytes) {
        char[] units = new char[bytes.length / 2];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xFF));
        }
        return new String(units);
    }
}
