package dev.tokenport.service.template;

import dev.tokenport.service.json.JsonRows;
import dev.tokenport.service.json.JsonText;
import dev.tokenport.service.template.Rendering.Piece;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The body of a request, with values encoded as its content type needs.
 *
 * @param text its text
 * @param contentType its content type
 */
public record Body(String text, String contentType) {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PLAIN = "text/plain; charset=UTF-8";

    /**
     * The body of a rendering.
     *
     * @param contentType its content type; empty to take JSON if it is JSON, otherwise plain text
     */
    static Body of(Rendering rendering, String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            String json = json(rendering);
            return JsonRows.isJson(json) ? new Body(json, JSON) : new Body(rendering.plain(), PLAIN);
        }
        if (isJson(type)) {
            return new Body(json(rendering), contentType);
        }
        return new Body(type.equals(FORM) ? form(rendering) : rendering.plain(), contentType);
    }

    /** Whether a media type, without its parameters, is JSON. */
    public static boolean isJson(String type) {
        return type.equals(JSON) || type.endsWith("+json");
    }

    /** A value within a string is escaped; outside of one it is written as the JSON value that it is. */
    private static String json(Rendering rendering) {
        var json = new StringBuilder();
        boolean inString = false;
        for (Piece piece : rendering.pieces()) {
            if (piece instanceof Piece.Literal literal) {
                json.append(literal.text());
                inString = endsInString(literal.text(), inString);
            } else if (inString) {
                JsonText.appendEscaped(json, ((Piece.Inserted) piece).text());
            } else {
                JsonText.append(json, ((Piece.Inserted) piece).value());
            }
        }
        return json.toString();
    }

    private static boolean endsInString(String text, boolean begunInString) {
        boolean inString = begunInString;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                inString = !inString;
            } else if (inString && text.charAt(i) == '\\') {
                i++;
            }
        }
        return inString;
    }

    private static String form(Rendering rendering) {
        var form = new StringBuilder();
        for (Piece piece : rendering.pieces()) {
            form.append(
                    piece instanceof Piece.Inserted value
                            ? URLEncoder.encode(value.text(), StandardCharsets.UTF_8)
                            : ((Piece.Literal) piece).text());
        }
        return form.toString();
    }

    /** Says nothing of the text, which may hold a secret. */
    @Override
    public String toString() {
        return contentType;
    }
}
