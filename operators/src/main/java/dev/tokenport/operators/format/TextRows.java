package dev.tokenport.operators.format;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a text, or all of it. For one thread. */
final class TextRows implements Rows {

    private static final int LONGEST = 1 << 28;
    private static final int END = -1;

    private final TextFormat format;
    private final InputStream input;
    private final StringBuilder text = new StringBuilder();
    private final Reader reader;
    private long line;
    private boolean read;

    TextRows(TextFormat format, InputStream input) throws RowFault, IOException {
        this.format = format;
        this.input = input;
        try {
            this.reader = Characters.of(input, format.charset());
        } catch (CharacterCodingException e) {
            throw RowFault.coding(0, format.charset(), e);
        }
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.of(TextFormat.SCHEMA);
    }

    @Override
    public @Nullable Entity next() throws RowFault, IOException {
        if (read) {
            return null;
        }
        text.setLength(0);
        try {
            read = format.unit() == TextFormat.Unit.WHOLE ? whole() : line();
        } catch (CharacterCodingException e) {
            throw RowFault.coding(line, format.charset(), e);
        }
        if (read && text.length() == 0 && format.unit() == TextFormat.Unit.LINES) {
            return null;
        }
        line++;
        return Entity.of("", TextFormat.SCHEMA, List.of(Value.of(text.toString())));
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    /** Reads to the end of the line; whether that is the end of all. */
    private boolean line() throws RowFault, IOException {
        while (true) {
            int c = reader.read();
            if (c == END || c == '\n') {
                return c == END;
            }
            if (c == '\r') {
                reader.mark(1);
                if (reader.read() != '\n') {
                    reader.reset();
                }
                return false;
            }
            append((char) c);
        }
    }

    private boolean whole() throws RowFault, IOException {
        for (int c = reader.read(); c != END; c = reader.read()) {
            append((char) c);
        }
        return true;
    }

    private void append(char c) throws RowFault {
        if (text.length() == LONGEST) {
            throw new RowFault(line + 1, "more than " + LONGEST + " characters, which is too much for one value");
        }
        text.append(c);
    }
}
