package dev.tokenport.cli;

import dev.tokenport.oauth2.ObtainedToken;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A token as a JSON object of one line. */
final class TokenJson {

    private TokenJson() {}

    static String of(ObtainedToken token) {
        return "{\"access_token\":" + text(token.value().reveal())
                + ",\"token_type\":" + text(token.type())
                + ",\"expires_at\":"
                + token.expiresAt()
                        .map(expiry ->
                                text(expiry.truncatedTo(ChronoUnit.SECONDS).toString()))
                        .orElse("null")
                + ",\"scope\":" + text(String.join(" ", token.scopes()))
                + token.keyThumbprint().map(jkt -> ",\"jkt\":" + text(jkt)).orElse("") + "}";
    }

    /** A JSON string (RFC 8259 §7). */
    static String text(String characters) {
        var json = new StringBuilder("\"");
        characters.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < 0x20) {
                json.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
