package dev.tokenport.testkit;

import dev.tokenport.http.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request as it arrived. Immutable.
 *
 * @param method the method
 * @param target path and query, as on the wire
 * @param version the protocol, such as {@code HTTP/1.1}
 * @param headers the header fields in the order of the wire
 * @param body the body as UTF-8 text, empty for none
 */
public record RecordedRequest(String method, String target, String version, Headers headers, String body) {

    /** The body as a form (WHATWG URL §5): values by name, in order, decoded. */
    public Map<String, List<String>> form() {
        var fields = new LinkedHashMap<String, List<String>>();
        for (String pair : body.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                fields.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
