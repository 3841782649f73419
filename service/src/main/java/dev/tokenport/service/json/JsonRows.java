package dev.tokenport.service.json;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Value;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;

/**
 * The entities of a JSON text, read as they are asked for: where the records are, an object is one entity, an array one
 * entity per element. Each member becomes one value; numbers keep their digits, and an array, object or null is one value of
 * type json. Memory holds one record, and the values that are to be kept. For one thread.
 */
public final class JsonRows implements AutoCloseable {

    /** What becomes of a record that is not an object. */
    public enum Scalars {
        /** It is an entity with the path {@code value}. */
        VALUES,
        /** It is a fault. */
        REFUSED
    }

    /** The path of a record that is not an object. */
    public static final String VALUE = "value";

    private final InputStream input;
    private final JsonFormat format;
    private final JsonRecord row;
    private @Nullable JsonTokens tokens;
    private State state = State.BETWEEN;
    private int count;
    private int line;
    private int column;
    private int lastLine;

    /** Where reading is, within one value of the text. */
    private enum State {
        BETWEEN,
        BEFORE_RECORDS,
        IN_ARRAY,
        BEHIND_RECORDS,
        END
    }

    /** Rows of the text in {@code input}, one value in UTF-8 (or 16 or 32, by its first bytes); closed together with this. */
    public JsonRows(InputStream input, Scalars scalars) {
        this(input, JsonFormat.of(scalars));
    }

    /** Rows of the text in {@code input}, which is closed together with this. */
    public JsonRows(InputStream input, JsonFormat format) {
        this(input, format, new SchemaPool());
    }

    /** The same, with schemas that are shared with other texts. */
    public JsonRows(InputStream input, JsonFormat format, SchemaPool schemas) {
        this.input = input;
        this.format = format;
        this.row = new JsonRecord(format.scalars(), schemas);
    }

    /** Whether a text is one JSON value and nothing else. */
    public static boolean isJson(String text) {
        return JsonTokens.isJson(text);
    }

    /**
     * The next entity, {@code null} at the end.
     *
     * @throws JsonFault if the text is not the JSON that was expected, with the place
     * @throws IOException if the text cannot be read
     */
    public @Nullable Entity next() throws JsonFault, IOException {
        JsonTokens reading = tokens();
        try {
            return read(reading);
        } catch (JacksonIOException e) {
            if (e.getCause() instanceof CharacterCodingException || e.getCause() instanceof CharConversionException) {
                throw JsonFault.at("or after it: a character is not one of " + format.charset(), reading.position());
            }
            throw e.getCause();
        } catch (JacksonException e) {
            throw fault(e, reading);
        }
    }

    /**
     * The value that was kept of a place: empty if there was none; of an array or object only
     * that it is one, as {@code []} or {@code {}}. The whole text has been seen when
     * {@link #next} has given {@code null}. Of several lines, the last one that has it counts.
     *
     * @param place one of those that the format keeps
     */
    public Optional<Value.Text> kept(JsonPointer place) {
        return tokens == null ? Optional.empty() : tokens.kept(place);
    }

    @Override
    public void close() throws IOException {
        if (tokens == null) {
            input.close();
        } else {
            tokens.close();
        }
    }

    private JsonTokens tokens() throws IOException {
        JsonTokens opened = tokens;
        if (opened == null) {
            opened = JsonTokens.of(input, format);
            tokens = opened;
        }
        return opened;
    }

    private @Nullable Entity read(JsonTokens reading) throws JsonFault {
        while (state != State.END) {
            JsonToken token = reading.next();
            if (token == null) {
                end();
                return null;
            }
            if (state == State.BETWEEN) {
                begin(reading.location());
            }
            Entity entity = step(reading, token);
            if (reading.depth() == 0 && state != State.IN_ARRAY) {
                finish(reading.location());
            }
            if (entity != null) {
                return entity;
            }
        }
        return null;
    }

    private @Nullable Entity step(JsonTokens reading, JsonToken token) throws JsonFault {
        if (state == State.IN_ARRAY) {
            if (token != JsonToken.END_ARRAY) {
                return row.read(reading, token);
            }
            state = State.BEHIND_RECORDS;
        } else if (state == State.BEFORE_RECORDS && isRecords(reading, token)) {
            if (token == JsonToken.START_ARRAY) {
                state = State.IN_ARRAY;
                return null;
            }
            state = State.BEHIND_RECORDS;
            boolean none = token == JsonToken.VALUE_NULL && format.missing() == JsonFormat.Missing.NONE;
            return none ? null : row.read(reading, token);
        }
        return null;
    }

    private boolean isRecords(JsonTokens reading, JsonToken token) {
        return (token.isStructStart() || token.isScalarValue()) && reading.isAt(format.records());
    }

    private void begin(TokenStreamLocation at) throws JsonFault {
        if (count > 0 && format.layout() == JsonFormat.Layout.ONE_VALUE) {
            throw JsonFault.at("more follows after the end of the JSON value", at);
        }
        if (at.getLineNr() == lastLine) {
            throw JsonFault.at("there are two JSON values in one line", at);
        }
        count++;
        line = at.getLineNr();
        column = at.getColumnNr();
        state = State.BEFORE_RECORDS;
    }

    private void finish(TokenStreamLocation at) throws JsonFault {
        if (format.layout() == JsonFormat.Layout.LINES && at.getLineNr() != line) {
            throw goesOn();
        }
        if (state == State.BEFORE_RECORDS && format.missing() == JsonFormat.Missing.REFUSED) {
            throw new JsonFault("there is nothing at the JSON pointer '" + format.records() + "'", line, column);
        }
        lastLine = line;
        state = State.BETWEEN;
    }

    private void end() throws JsonFault {
        state = State.END;
        if (count == 0 && format.layout() == JsonFormat.Layout.ONE_VALUE) {
            throw new JsonFault("there is no JSON in it", 1, 1);
        }
    }

    private JsonFault goesOn() {
        return new JsonFault("the JSON value does not end in the line in which it begins", line, column);
    }

    private JsonFault fault(JacksonException e, JsonTokens reading) throws IOException {
        JsonFault fault = reading.fault(e);
        boolean goesOn = format.layout() == JsonFormat.Layout.LINES && state != State.BETWEEN && fault.line() > line;
        return goesOn ? goesOn() : fault;
    }
}
