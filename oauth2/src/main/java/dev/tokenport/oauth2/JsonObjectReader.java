package dev.tokenport.oauth2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON object, strictly: nothing twice, nothing after it, nothing nested too deeply. For one thread. */
final class JsonObjectReader {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 1024 * 1024;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNestingDepth(2 * DEEPEST)
                    .build())
            .build();

    private final String text;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Deque<Set<String>> names = new ArrayDeque<>();

    private JsonObjectReader(String text) {
        this.text = text;
    }

    static AnswerBody read(String text) {
        var reader = new JsonObjectReader(text);
        return new AnswerBody(text, reader.members, reader.fault());
    }

    private Optional<String> fault() {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            names.push(new HashSet<>());
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (!unique(name)) {
                    return Optional.of("has a member twice");
                }
                parser.nextToken();
                Optional<String> fault = add(name, parser);
                if (fault.isPresent()) {
                    return fault;
                }
            }
            return parser.nextToken() == null
                    ? Optional.empty()
                    : Optional.of("goes on after the end of its JSON object");
        } catch (JacksonException e) {
            // Its message quotes the body.
            return Optional.of("is not valid JSON");
        }
    }

    private Optional<String> add(String name, JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            int begin = (int) parser.currentTokenLocation().getCharOffset();
            Optional<String> fault = skip(parser);
            int end = (int) parser.currentLocation().getCharOffset();
            members.put(name, new Member(Member.Kind.JSON, text.substring(begin, end)));
            return fault;
        }
        members.put(name, new Member(kind(token), parser.getString()));
        return Optional.empty();
    }

    private Optional<String> skip(JsonParser parser) {
        int outside = names.size();
        names.push(new HashSet<>());
        while (names.size() > outside) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Optional.of("is not valid JSON");
            } else if (token == JsonToken.PROPERTY_NAME && !unique(parser.currentName())) {
                return Optional.of("has a member twice");
            } else if (token.isStructStart()) {
                names.push(new HashSet<>());
            } else if (token.isStructEnd()) {
                names.pop();
            }
            if (names.size() > DEEPEST) {
                return Optional.of("is nested more than " + DEEPEST + " levels deep");
            }
        }
        return Optional.empty();
    }

    private boolean unique(String name) {
        return names.element().add(name);
    }

    private static Member.Kind kind(JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return Member.Kind.TEXT;
        }
        if (token.isNumeric()) {
            return Member.Kind.NUMBER;
        }
        return token.isBoolean() ? Member.Kind.BOOLEAN : Member.Kind.NULL;
    }
}
