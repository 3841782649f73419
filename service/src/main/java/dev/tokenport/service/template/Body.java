package dev.tokenport.service.template;

import dev.tokenport.service.json.JsonRows;
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

    private static final ValueWriter FORM_ENCODED =
            (text, value) -> text.append(URLEncoder.encode(ValueWriter.characters(value), StandardCharsets.UTF_8));

    /**
     * The body of a rendering.
     *
     * @param contentType its content type; empty to take JSON if it is JSON, otherwise plain text
     */
    static Body of(Rendering rendering, String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            String json = rendering.text(ValueWriter.json());
            return JsonRows.isJson(json) ? new Body(json, JSON) : new Body(rendering.text(ValueWriter.PLAIN), PLAIN);
        }
        ValueWriter writer = isJson(type) ? ValueWriter.json() : type.equals(FORM) ? FORM_ENCODED : ValueWriter.PLAIN;
        return new Body(rendering.text(writer), contentType);
    }

    /** Whether a media type, without its parameters, is JSON. */
    public static boolean isJson(String type) {
        return type.equals(JSON) || type.endsWith("+json");
    }

    /** Says nothing of the text, which may hold a secret. */
    @Override
    public String toString() {
        return contentType;
    }
}
