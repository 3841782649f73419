package dev.tokenport.sparql.result;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An RDF term of a solution (SPARQL 1.1 Query Results JSON Format §3.2.2). Immutable.
 *
 * @param type {@code uri}, {@code bnode}, {@code literal}, or what later versions of the format bring
 * @param text its value; of a term with a structure, the JSON of that
 * @param datatype the IRI of its datatype, empty if there is none
 * @param json the term as it stood in the answer
 */
record Term(String type, String text, String datatype, String json) {

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private static final Set<String> NUMERIC = Set.of(
            "integer",
            "decimal",
            "double",
            "float",
            "long",
            "int",
            "short",
            "byte",
            "nonNegativeInteger",
            "positiveInteger",
            "nonPositiveInteger",
            "negativeInteger",
            "unsignedLong",
            "unsignedInt",
            "unsignedShort",
            "unsignedByte");

    /** A number of JSON (RFC 8259 §6); XSD has more: {@code +1}, {@code 01}, {@code .5}, {@code NaN}. */
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    /** The value of a path. */
    Value value(Terms terms) {
        if (terms == Terms.RDF) {
            return new Value.Text(json, JsonType.JSON);
        }
        return switch (type) {
            case "bnode" -> Value.of("_:" + text);
            case "literal", "typed-literal" -> literal();
            case "uri" -> Value.of(text);
            default -> new Value.Text(json, JsonType.JSON);
        };
    }

    private Value literal() {
        String local = datatype.startsWith(XSD) ? datatype.substring(XSD.length()) : "";
        if (NUMERIC.contains(local) && JSON_NUMBER.matcher(text).matches()) {
            return new Value.Text(text, JsonType.NUMBER);
        }
        if (local.equals("boolean")) {
            return switch (text) {
                case "true", "1" -> new Value.Text("true", JsonType.BOOLEAN);
                case "false", "0" -> new Value.Text("false", JsonType.BOOLEAN);
                default -> Value.of(text);
            };
        }
        return Value.of(text);
    }
}
