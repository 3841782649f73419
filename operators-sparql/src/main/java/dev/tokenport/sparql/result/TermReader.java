package dev.tokenport.sparql.result;

import dev.tokenport.service.json.JsonText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one RDF term, and keeps it as it stood. For one thread. */
final class TermReader {

    private final JsonParser parser;
    private final StringBuilder json = new StringBuilder();
    private String type = "";
    private String text = "";
    private String datatype = "";

    private TermReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads the object that begins with the parser's current token.
     *
     * @throws ResultFault if it is no term
     */
    static Term read(JsonParser parser) throws ResultFault {
        return new TermReader(parser).term();
    }

    private Term term() throws ResultFault {
        json.append('{');
        boolean hasValue = false;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            appendName(name);
            int from = json.length();
            JsonToken token = parser.nextToken();
            copy(token);
            String value = token == JsonToken.VALUE_STRING ? parser.getString() : json.substring(from);
            switch (name) {
                case "type" -> type = value;
                case "datatype" -> datatype = value;
                case "value" -> {
                    text = value;
                    hasValue = true;
                }
                default -> {
                    // The language, and what later versions of the format bring: part of the JSON only.
                }
            }
        }
        json.append('}');
        if (type.isEmpty() || !hasValue) {
            throw new ResultFault("has a term without " + (type.isEmpty() ? "type" : "value"));
        }
        return new Term(type, text, datatype, json.toString());
    }

    private void copy(JsonToken token) {
        switch (token) {
            case VALUE_STRING -> JsonText.appendString(json, parser.getString());
            case START_OBJECT -> {
                json.append('{');
                for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                    appendName(name);
                    copy(parser.nextToken());
                }
                json.append('}');
            }
            case START_ARRAY -> {
                json.append('[');
                for (JsonToken each = parser.nextToken(); each != JsonToken.END_ARRAY; each = parser.nextToken()) {
                    appendComma('[');
                    copy(each);
                }
                json.append(']');
            }
            default -> json.append(parser.getString());
        }
    }

    private void appendName(String name) {
        appendComma('{');
        JsonText.appendString(json, name);
        json.append(':');
    }

    private void appendComma(char opening) {
        if (json.charAt(json.length() - 1) != opening) {
            json.append(',');
        }
    }
}
