package dev.tokenport.service.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/** The arrays and objects that are open, in whose members no name may come twice. For one thread. */
final class Nesting {

    private final JsonParser parser;
    private final List<MemberNames> members = new ArrayList<>();
    private int depth;

    Nesting(JsonParser parser) {
        this.parser = parser;
    }

    /** How many are open. */
    int depth() {
        return depth;
    }

    /**
     * Follows the parser to its current token.
     *
     * @throws StreamReadException if that is a name which its object has already
     */
    void follow(JsonToken token) {
        switch (token) {
            case PROPERTY_NAME -> requireNew(parser.currentName());
            case START_OBJECT -> open().begin();
            case START_ARRAY -> open();
            case END_OBJECT, END_ARRAY -> depth--;
            default -> {
                // A value changes nothing.
            }
        }
    }

    private MemberNames open() {
        depth++;
        if (depth > members.size()) {
            members.add(new MemberNames());
        }
        return members.get(depth - 1);
    }

    private void requireNew(String name) {
        if (!members.get(depth - 1).add(name)) {
            throw new StreamReadException(parser, "Duplicate Object property \"" + name + "\"", behind(name));
        }
    }

    /** The place behind a name, which is the current token: the parser itself has gone on to the value. */
    private TokenStreamLocation behind(String name) {
        TokenStreamLocation begin = parser.currentTokenLocation();
        boolean octets = begin.getByteOffset() >= 0;
        int units = octets ? name.getBytes(StandardCharsets.UTF_8).length : name.length();
        return new TokenStreamLocation(
                begin.contentReference(),
                begin.getByteOffset(),
                begin.getCharOffset(),
                begin.getLineNr(),
                begin.getColumnNr() + units + 2);
    }
}
