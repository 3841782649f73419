package dev.tokenport.service.json;

import dev.tokenport.secret.OneLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A list of names as one text: separated by white space, or a JSON array of strings for names with white space in them. */
public final class Names {

    private static final JsonFactory JSON = new JsonFactory();

    private Names() {}

    /**
     * Reads distinct names.
     *
     * @param parameter what messages call the text
     * @throws IllegalArgumentException if it is no such list; the message begins with {@code parameter}
     */
    public static List<String> of(String parameter, String text) {
        String list = text.strip();
        List<String> names = list.startsWith("[") ? array(parameter, list) : words(list);
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(parameter + " has the name '" + name + "' twice");
            }
        }
        return names;
    }

    private static List<String> words(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split("\\s+"));
    }

    private static List<String> array(String parameter, String list) {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), list)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                names.add(parser.getString());
            }
            if (parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null) {
                return List.copyOf(names);
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException(parameter + fault(list), e);
        }
        throw new IllegalArgumentException(parameter + fault(list));
    }

    private static String fault(String list) {
        return " '" + OneLine.of(list)
                + "' begins with '[' but is not a JSON array of strings, as in [\"id\", \"first name\"]";
    }
}
