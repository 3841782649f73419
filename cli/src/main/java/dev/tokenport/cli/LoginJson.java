package dev.tokenport.cli;

import dev.tokenport.secret.Secret;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Kept logins as JSON: an array of flat objects of texts. */
final class LoginJson {

    private static final JsonFactory JSON = new JsonFactory();

    private LoginJson() {}

    static String of(List<KeptLogin> logins) {
        var json = new StringBuilder("[");
        String between = "\n";
        for (KeptLogin login : logins) {
            json.append(between).append("  {");
            var members = new ArrayList<String>();
            login.issuer().ifPresent(url -> members.add(member("issuer", url.toString())));
            login.tokenUrl().ifPresent(url -> members.add(member("token_url", url.toString())));
            members.add(member("client_id", login.clientId()));
            members.add(member("scope", login.scope()));
            members.add(member("access_token", login.accessToken().reveal()));
            members.add(member("token_type", login.tokenType()));
            members.add(member("expires_at", login.expiresAt().toString()));
            login.refreshToken().ifPresent(token -> members.add(member("refresh_token", token.reveal())));
            json.append(String.join(", ", members)).append('}');
            between = ",\n";
        }
        return json.append(logins.isEmpty() ? "]\n" : "\n]\n").toString();
    }

    private static String member(String name, String text) {
        return TokenJson.text(name) + ": " + TokenJson.text(text);
    }

    /**
     * The logins in a text.
     *
     * @throws IllegalArgumentException if it holds something else; the message says what and quotes nothing
     */
    static List<KeptLogin> read(String text) {
        var logins = new ArrayList<KeptLogin>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            require(parser.nextToken() == JsonToken.START_ARRAY, "is not a JSON array");
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                logins.add(login(parser));
            }
            require(parser.currentToken() == JsonToken.END_ARRAY, "has something in its array that is not an object");
            return logins;
        } catch (JacksonException e) {
            // Its message quotes the text.
            throw new IllegalArgumentException("is not valid JSON");
        }
    }

    private static KeptLogin login(JsonParser parser) {
        Map<String, String> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            require(parser.nextToken() == JsonToken.VALUE_STRING, "has a login with a member that is not a text");
            members.put(name, parser.getString());
        }
        for (String name : List.of("client_id", "access_token", "token_type", "expires_at")) {
            require(members.containsKey(name), "has a login without " + name);
        }
        require(members.containsKey("issuer") || members.containsKey("token_url"), "has a login without a server");
        try {
            return new KeptLogin(
                    Optional.ofNullable(members.get("issuer")).map(URI::create),
                    Optional.ofNullable(members.get("token_url")).map(URI::create),
                    text(members.get("client_id")),
                    Objects.requireNonNullElse(members.get("scope"), ""),
                    Secret.of(text(members.get("access_token"))),
                    text(members.get("token_type")),
                    Instant.parse(text(members.get("expires_at"))),
                    Optional.ofNullable(members.get("refresh_token")).map(Secret::of));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("has a login with an expires_at or a URL that is none");
        }
    }

    private static String text(@Nullable String member) {
        return Objects.requireNonNull(member);
    }

    private static void require(boolean kept, String fault) {
        if (!kept) {
            throw new IllegalArgumentException(fault);
        }
    }
}
