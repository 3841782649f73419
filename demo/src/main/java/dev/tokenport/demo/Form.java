package dev.tokenport.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A form in a request. Prints names only. Immutable.
 *
 * @param values value by name
 */
record Form(Map<String, String> values) {

    /**
     * Id and secret of a Basic header; prints neither.
     *
     * @param id the client's id
     * @param secret its secret
     */
    record Credentials(String id, String secret) {

        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /** Copies the map. */
    Form {
        values = Map.copyOf(values);
    }

    /** The form in a request's body, empty if it has none or a parameter stands in it twice (RFC 6749 §3.2). */
    static Optional<Form> parse(Endpoint.Received request) {
        if (!request.contentType().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (String pair : request.body().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            Optional<String> name = decode(parts[0]);
            Optional<String> value = decode(parts.length < 2 ? "" : parts[1]);
            if (name.isEmpty() || value.isEmpty() || values.put(name.get(), value.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Form(values));
    }

    /** Id and secret of a Basic header, each form-encoded in it (RFC 6749 §2.3.1). */
    static Optional<Credentials> basic(String authorization) {
        String[] parts = authorization.split(" ", 2);
        if (parts.length < 2 || !parts[0].equalsIgnoreCase("Basic")) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getDecoder().decode(parts[1].strip()), StandardCharsets.UTF_8);
            String[] pair = text.split(":", 2);
            return pair.length < 2
                    ? Optional.empty()
                    : decode(pair[0]).flatMap(id -> decode(pair[1]).map(secret -> new Credentials(id, secret)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The value of a parameter, empty if it is missing. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
