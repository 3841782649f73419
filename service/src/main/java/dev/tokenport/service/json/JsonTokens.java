package dev.tokenport.service.json;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import java.io.BufferedReader;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * The tokens of a JSON text, which knows where each stands, and keeps the values of some places as they pass. For one
 * thread.
 */
public final class JsonTokens implements AutoCloseable {

    /** Duplicate members are found here: the parser would make a set of names for each object. */
    private static final JsonFactory JSON = new JsonFactory();

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Value.Text TRUE = new Value.Text("true", JsonType.BOOLEAN);
    private static final Value.Text FALSE = new Value.Text("false", JsonType.BOOLEAN);
    private static final Value.Text NULL = new Value.Text("null", JsonType.JSON);

    /** What the parser says of itself rather than of the text. */
    private static final Pattern OF_ITSELF =
            Pattern.compile(", from `[^`]*`| \\((?:for \\w+ starting|start marker) at \\[Source:.*?\\]\\)");

    private static final Value.Text ARRAY = new Value.Text("[]", JsonType.JSON);
    private static final Value.Text OBJECT = new Value.Text("{}", JsonType.JSON);

    /** The parsers of texts whose records are limited, by the limit; there are as many as there are settings. */
    private static final Map<Integer, JsonFactory> LIMITED = new ConcurrentHashMap<>();

    private final JsonParser parser;
    private final JsonFormat format;
    private final List<JsonPointer> places;
    private final Map<JsonPointer, Value.Text> kept = new HashMap<>();
    private final Nesting nesting;

    private JsonTokens(JsonParser parser, JsonFormat format) {
        this.parser = parser;
        this.nesting = new Nesting(parser);
        this.format = format;
        this.places = format.kept();
    }

    /** The tokens of a text in this format. */
    public static JsonTokens of(InputStream input, JsonFormat format) throws IOException {
        ObjectReadContext empty = ObjectReadContext.empty();
        JsonFactory json = format.isLimited() ? LIMITED.computeIfAbsent(format.largest(), JsonTokens::limited) : JSON;
        try {
            JsonParser parser = format.charset().equals(StandardCharsets.UTF_8)
                    ? json.createParser(empty, input)
                    : json.createParser(empty, characters(input, format));
            return new JsonTokens(parser, format);
        } catch (JacksonIOException e) {
            // It has read the first octets already.
            throw e.getCause();
        }
    }

    private static JsonFactory limited(int largest) {
        return JSON.rebuild()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxStringLength(largest).build())
                .build();
    }

    /** Whether a text is one JSON value and nothing else. */
    static boolean isJson(String text) {
        try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            parser.skipChildren();
            return first != null && parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    /**
     * The next token, {@code null} at the end of the text.
     *
     * @throws JacksonException if there is none; {@link #fault} says what it means
     */
    public @Nullable JsonToken next() {
        JsonToken token = parser.nextToken();
        if (token != null) {
            nesting.follow(token);
        }
        if (!places.isEmpty() && token != null && (token.isScalarValue() || token.isStructStart())) {
            keep(token);
        }
        return token;
    }

    /** How many arrays and objects are open. */
    public int depth() {
        return nesting.depth();
    }

    /** Whether the value that begins with the current token stands at a place. */
    public boolean isAt(JsonPointer place) {
        JsonToken token = parser.currentToken();
        TokenStreamContext around = parser.streamReadContext();
        if (token.isStructStart()) {
            around = around.getParent();
        }
        List<String> segments = place.segments();
        if (around.getNestingDepth() != segments.size()) {
            return false;
        }
        for (int i = segments.size() - 1; i >= 0; i--) {
            String here = around.inObject() ? around.currentName() : Integer.toString(around.getCurrentIndex());
            if (!segments.get(i).equals(here)) {
                return false;
            }
            around = around.getParent();
        }
        return true;
    }

    /** The text of the current token: a name, the content of a string, the digits of a number. */
    public String text() {
        try {
            return parser.getString();
        } catch (StreamConstraintsException e) {
            throw new LongTextException(location(), e);
        }
    }

    /** The value that is the current token, which is neither an array nor an object. */
    public Value.Text scalar() {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> new Value.Text(text(), JsonType.STRING);
            case VALUE_TRUE -> TRUE;
            case VALUE_FALSE -> FALSE;
            case VALUE_NULL -> NULL;
            default -> new Value.Text(text(), JsonType.NUMBER);
        };
    }

    /** What was kept of a place; of several values, the last one. */
    Optional<Value.Text> kept(JsonPointer place) {
        return Optional.ofNullable(kept.get(place));
    }

    /** Checks that so many characters are not too many for a record. */
    void requireRoom(int characters) throws JsonFault {
        if (characters > format.largest()) {
            throw JsonFault.tooLarge(format.largest(), location());
        }
    }

    /** Where the current token begins. */
    public TokenStreamLocation location() {
        return parser.currentTokenLocation();
    }

    /** Where reading has come to. */
    TokenStreamLocation position() {
        return parser.currentLocation();
    }

    /**
     * What an exception of the parser means.
     *
     * @throws IOException if it means that the text cannot be read
     */
    public JsonFault fault(JacksonException exception) throws IOException {
        if (exception instanceof JacksonIOException unreadable) {
            if (unreadable.getCause() instanceof CharConversionException) {
                return JsonFault.at("a character is not one of its character set", position());
            }
            throw unreadable.getCause();
        }
        if (exception instanceof LongTextException) {
            return JsonFault.tooLarge(format.largest(), exception.getLocation());
        }
        // Limits, such as that of nesting, are broken without a location.
        TokenStreamLocation at = exception.getLocation() == null ? position() : exception.getLocation();
        String message = exception.getOriginalMessage().lines().findFirst().orElse("broken");
        return JsonFault.at(OF_ITSELF.matcher(message).replaceAll(""), at);
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void keep(JsonToken token) {
        for (JsonPointer place : places) {
            if (isAt(place)) {
                kept.put(
                        place,
                        token == JsonToken.START_ARRAY ? ARRAY : token == JsonToken.START_OBJECT ? OBJECT : scalar());
            }
        }
    }

    private static Reader characters(InputStream input, JsonFormat format) throws IOException {
        var decoder = format.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Reader reader = new BufferedReader(new InputStreamReader(input, decoder));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
