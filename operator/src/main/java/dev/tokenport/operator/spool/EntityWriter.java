package dev.tokenport.operator.spool;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes entities in a compact binary form: a schema only where it differs from the one before, so that nothing has to be
 * remembered. Every text comes back as it was, unpaired surrogates included. For one thread.
 */
final class EntityWriter {

    static final int SAME_SCHEMA = 1;
    static final int NEW_SCHEMA = 2;

    static final char STRING = 's';
    static final char NUMBER = 'n';
    static final char BOOLEAN = 'b';
    static final char JSON = 'j';

    private final DataOutputStream out;
    private @Nullable Schema schema;

    EntityWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(Entity entity) throws IOException {
        if (schema != null && schema.equals(entity.schema())) {
            out.writeByte(SAME_SCHEMA);
        } else {
            schema = entity.schema();
            out.writeByte(NEW_SCHEMA);
            write(entity.schema());
        }
        write(entity.uri());
        for (List<Value> column : entity.values()) {
            out.writeInt(column.size());
            for (Value value : column) {
                write(value);
            }
        }
    }

    void write(Schema written) throws IOException {
        write(written.type());
        out.writeInt(written.paths().size());
        for (Schema.Path path : written.paths()) {
            write(path.name());
            write(path.type().name());
            out.writeBoolean(path.optional());
        }
    }

    private void write(Value value) throws IOException {
        if (!(value instanceof Value.Text text)) {
            throw new IllegalArgumentException("a secret value is never kept");
        }
        out.writeByte(mark(text.type()));
        write(text.text());
    }

    private static char mark(JsonType type) {
        return switch (type) {
            case STRING -> STRING;
            case NUMBER -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case JSON -> JSON;
        };
    }

    /** A text with surrogates is written in UTF-16, which keeps unpaired ones; its length is negative. */
    private void write(String text) throws IOException {
        if (hasSurrogate(text)) {
            byte[] bytes = utf16(text);
            out.writeInt(-bytes.length);
            out.write(bytes);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] utf16(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }
}
