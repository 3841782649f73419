package dev.tokenport.oauth2;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads form-encoded answers. */
final class FormReader {

    private static final String NEITHER = "is neither a JSON object nor a form";

    private FormReader() {}

    static AnswerBody read(String text) {
        var members = new LinkedHashMap<String, Member>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length < 2) {
                return new AnswerBody(text, Map.of(), Optional.of(NEITHER));
            }
            try {
                String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
                if (members.put(name, Member.text(URLDecoder.decode(parts[1], StandardCharsets.UTF_8))) != null) {
                    return new AnswerBody(text, members, Optional.of("has a member twice"));
                }
            } catch (IllegalArgumentException e) {
                return new AnswerBody(text, Map.of(), Optional.of(NEITHER));
            }
        }
        // A lone text with a '=' in it, such as a token, is no form either.
        return members.containsKey("access_token") || members.containsKey("error")
                ? new AnswerBody(text, members, Optional.empty())
                : new AnswerBody(text, Map.of(), Optional.of(NEITHER));
    }
}
