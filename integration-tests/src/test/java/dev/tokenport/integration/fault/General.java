package dev.tokenport.integration.fault;

import java.time.Duration;
import java.util.regex.Pattern;

/** Puts words in the place of what is different each time, or with each Java. Immutable. */
final class General {

    private static final Pattern WORDS_OF_TLS = Pattern.compile(
            "(in common with \\S+|TLS handshake with \\S+ failed|certificate, and none was given) \\(.*\\)$");

    private final Stage stage;

    General(Stage stage) {
        this.stage = stage;
    }

    /** What a user sees, without what says which question it was. */
    String text(String seen) {
        String exact = withoutQuestion(seen)
                .replace(":" + stage.otherPort(), ":OTHER_PORT")
                .replace(":" + stage.port(), ":PORT")
                .replace(" within " + shown(stage.limit().connectTimeout()), " within CONNECT_TIMEOUT")
                .replaceAll("\\b" + shown(stage.limit().timeout()) + "\\b", "TIMEOUT");
        String text = stage.status().isEmpty() ? exact : exact.replaceAll("\\b" + stage.status() + "\\b", "STATUS");
        return WORDS_OF_TLS.matcher(text).replaceAll("$1 (…)");
    }

    private String withoutQuestion(String seen) {
        String question = stage.asker() == Asker.TOKEN
                ? "no token from " + stage.url() + " (grant client_credentials, client 'orders'): "
                : "task 'orders' (HTTP request): " + stage.asker().label() + " " + stage.url();
        return seen.startsWith(question) ? seen.substring(question.length()).replaceFirst("^:? ", "") : seen;
    }

    private static String shown(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
