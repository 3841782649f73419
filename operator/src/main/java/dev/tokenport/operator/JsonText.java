package dev.tokenport.operator;

import dev.tokenport.operator.Value.Text;
import dev.tokenport.secret.Secret;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/** The text form of maps and nested objects: a JSON object. */
final class JsonText {

    private static final TokenStreamFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonText() {}

    /**
     * Reads a JSON object; an empty text is an empty one.
     *
     * @throws MismatchException if it is none; the predicate has line and column, nothing of the text
     */
    static RawValue.Mapping read(String text) throws MismatchException {
        if (text.isEmpty()) {
            return new RawValue.Mapping(Map.of());
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MismatchException("is not a JSON object");
            }
            RawValue.Mapping mapping = object(parser);
            if (parser.nextToken() != null) {
                throw new MismatchException("is not a JSON object: something follows its end");
            }
            return mapping;
        } catch (JacksonException e) {
            // The parser's message quotes the text, which may be a secret, so neither it nor the cause is passed on.
            throw new MismatchException(
                    "is not a valid JSON object, see line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
    }

    private static RawValue.Mapping object(JsonParser parser) {
        Map<String, RawValue> entries = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            entries.put(name, value(parser));
        }
        return new RawValue.Mapping(entries);
    }

    private static RawValue value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> scalar(structure(parser), JsonType.JSON);
            case VALUE_NULL -> scalar("null", JsonType.JSON);
            case VALUE_TRUE, VALUE_FALSE -> scalar(parser.getString(), JsonType.BOOLEAN);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(parser.getString(), JsonType.NUMBER);
            default -> scalar(parser.getString(), JsonType.STRING);
        };
    }

    private static RawValue scalar(String text, JsonType type) {
        return new RawValue.Scalar(new Text(text, type));
    }

    private static String structure(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructureExact(parser);
        }
        return text.toString();
    }

    /** The text form of a mapping; empty if a part of it is secret or not known yet. */
    static Optional<String> write(RawValue.Mapping mapping) {
        StringWriter text = new StringWriter();
        boolean complete;
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            complete = write(mapping, generator);
        }
        return complete ? Optional.of(text.toString()) : Optional.empty();
    }

    private static boolean write(RawValue.Mapping mapping, JsonGenerator generator) {
        boolean complete = true;
        generator.writeStartObject();
        for (Map.Entry<String, RawValue> entry : mapping.entries().entrySet()) {
            generator.writeName(entry.getKey());
            if (entry.getValue() instanceof RawValue.Mapping nested) {
                complete &= write(nested, generator);
            } else if (entry.getValue() instanceof RawValue.Scalar scalar && scalar.value() instanceof Text value) {
                write(value, generator);
            } else {
                complete = false;
                generator.writeNull();
            }
        }
        generator.writeEndObject();
        return complete;
    }

    private static void write(Text value, JsonGenerator generator) {
        if (value.type() == JsonType.STRING) {
            generator.writeString(value.text());
        } else {
            generator.writeRawValue(value.text());
        }
    }

    /** The same mapping with every text made a secret, which nobody can renew. */
    static RawValue.Mapping confidential(RawValue.Mapping mapping) {
        Map<String, RawValue> entries = new LinkedHashMap<>();
        mapping.entries().forEach((name, raw) -> entries.put(name, confidential(raw)));
        return new RawValue.Mapping(entries);
    }

    private static RawValue confidential(RawValue raw) {
        if (raw instanceof RawValue.Mapping nested) {
            return confidential(nested);
        }
        return raw instanceof RawValue.Scalar scalar && scalar.value() instanceof Text text && !Texts.isNull(raw)
                ? new RawValue.Scalar(Value.of(Secret.of(text.text())))
                : raw;
    }
}
