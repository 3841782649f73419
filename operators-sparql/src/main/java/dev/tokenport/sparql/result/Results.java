package dev.tokenport.sparql.result;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * The entities of results in JSON (SPARQL 1.1 Query Results JSON Format), read as they are asked for: one per solution with
 * a path per variable, or one with the path {@code boolean}. For one thread.
 */
public final class Results implements AutoCloseable {

    /** The path of the answer to ASK. */
    public static final String BOOLEAN = "boolean";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Schema ASKED = Schema.of("", BOOLEAN);

    private final InputStream input;
    private final JsonParser parser;
    private final Optional<IOException> unreadable;
    private final Terms terms;
    private final Variables variables = new Variables();
    private State state = State.START;
    private boolean answered;

    /** Where reading is. */
    private enum State {
        START,
        IN_ANSWER,
        IN_RESULTS,
        IN_BINDINGS,
        END
    }

    /** Results of the text in {@code input}, which is closed together with this. */
    public Results(InputStream input, Terms terms) {
        this.input = input;
        this.terms = terms;
        JsonParser opened;
        IOException fault = null;
        try {
            // It reads the first octets.
            opened = JSON.createParser(ObjectReadContext.empty(), input);
        } catch (JacksonIOException e) {
            opened = JSON.createParser(ObjectReadContext.empty(), "");
            fault = e.getCause();
        }
        this.parser = opened;
        this.unreadable = Optional.ofNullable(fault);
    }

    /**
     * The next entity, {@code null} at the end.
     *
     * @throws ResultFault if these are no results in JSON
     * @throws IOException if they cannot be read
     */
    public @Nullable Entity next() throws ResultFault, IOException {
        if (unreadable.isPresent()) {
            throw fault(unreadable.get());
        }
        try {
            Entity entity = null;
            while (entity == null && state != State.END) {
                entity = step();
            }
            return entity;
        } catch (JacksonIOException e) {
            throw fault(Objects.requireNonNull(e.getCause()));
        } catch (UnexpectedEndOfInputException e) {
            throw new ResultFault("ends in the middle, " + place(parser.currentLocation()), e);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            String message = e.getOriginalMessage().lines().findFirst().orElse("broken");
            throw new ResultFault("is not JSON, " + place(at) + ": " + message, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } finally {
            input.close();
        }
    }

    private static IOException fault(IOException cause) throws ResultFault {
        if (cause instanceof CharConversionException) {
            throw new ResultFault("has a character that is not one of its character set", cause);
        }
        return cause;
    }

    private @Nullable Entity step() throws ResultFault {
        switch (state) {
            case START -> {
                expect(parser.nextToken(), JsonToken.START_OBJECT, "an object");
                state = State.IN_ANSWER;
            }
            case IN_ANSWER -> {
                return member();
            }
            case IN_RESULTS -> resultsMember();
            case IN_BINDINGS -> {
                JsonToken token = parser.nextToken();
                if (token != JsonToken.END_ARRAY) {
                    return solution(token);
                }
                state = State.IN_RESULTS;
            }
            case END -> {
                // There is nothing left.
            }
        }
        return null;
    }

    private @Nullable Entity member() throws ResultFault {
        String name = parser.nextName();
        if (name == null) {
            end();
            return null;
        }
        JsonToken token = parser.nextToken();
        switch (name) {
            case "head" -> head(token);
            case "results" -> {
                expect(token, JsonToken.START_OBJECT, "an object under 'results'");
                state = State.IN_RESULTS;
            }
            case BOOLEAN -> {
                return asked(token);
            }
            default -> parser.skipChildren();
        }
        return null;
    }

    private void end() throws ResultFault {
        if (parser.nextToken() != null) {
            throw new ResultFault("has more behind the end of the JSON, " + place(parser.currentTokenLocation()));
        }
        if (!answered) {
            throw new ResultFault("has neither 'results' with 'bindings' nor 'boolean' in it");
        }
        state = State.END;
    }

    private void head(JsonToken token) throws ResultFault {
        expect(token, JsonToken.START_OBJECT, "an object under 'head'");
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (!name.equals("vars")) {
                parser.skipChildren();
                continue;
            }
            expect(value, JsonToken.START_ARRAY, "an array under 'vars'");
            for (JsonToken each = parser.nextToken(); each != JsonToken.END_ARRAY; each = parser.nextToken()) {
                expect(each, JsonToken.VALUE_STRING, "a string in 'vars'");
                variables.add(parser.getString());
            }
        }
    }

    private Entity asked(JsonToken token) throws ResultFault {
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw unexpected("true or false under 'boolean'");
        }
        answered = true;
        return Entity.of("", ASKED, List.of(new Value.Text(parser.getString(), JsonType.BOOLEAN)));
    }

    private void resultsMember() throws ResultFault {
        String name = parser.nextName();
        if (name == null) {
            state = State.IN_ANSWER;
            return;
        }
        JsonToken token = parser.nextToken();
        if (name.equals("bindings")) {
            expect(token, JsonToken.START_ARRAY, "an array under 'bindings'");
            answered = true;
            state = State.IN_BINDINGS;
        } else {
            parser.skipChildren();
        }
    }

    private Entity solution(@Nullable JsonToken token) throws ResultFault {
        expect(token, JsonToken.START_OBJECT, "an object as a solution");
        Map<String, Value> bound = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            expect(parser.nextToken(), JsonToken.START_OBJECT, "an object as a term");
            bound.put(name, TermReader.read(parser).value(terms));
        }
        return variables.entity(bound);
    }

    private void expect(@Nullable JsonToken token, JsonToken wanted, String what) throws ResultFault {
        if (token == null) {
            throw new ResultFault("is empty");
        }
        if (token != wanted) {
            throw unexpected(what);
        }
    }

    private ResultFault unexpected(String what) {
        return new ResultFault("lacks " + what + ", " + place(parser.currentTokenLocation()));
    }

    private static String place(TokenStreamLocation at) {
        return "line " + Math.max(1, at.getLineNr()) + ", column " + Math.max(1, at.getColumnNr());
    }
}
