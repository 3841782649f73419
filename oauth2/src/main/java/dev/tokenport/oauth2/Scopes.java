package dev.tokenport.oauth2;

import java.util.Arrays;
import java.util.List;

/** Reads scopes. */
final class Scopes {

    private Scopes() {}

    /** The scopes in a text, separated by white space and nothing else (RFC 6749 §3.3), each once. */
    static List<String> in(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .distinct()
                .toList();
    }
}
