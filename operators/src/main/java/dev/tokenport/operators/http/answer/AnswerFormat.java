package dev.tokenport.operators.http.answer;

import java.util.Optional;
import java.util.Set;

/** What an answer is read as. */
public enum AnswerFormat {
    /** What its content type says. */
    AUTO,
    /** One JSON value. */
    JSON,
    /** A JSON value per line. */
    NDJSON,
    /** Comma-separated values. */
    CSV,
    /** Text of any kind, in one piece. */
    TEXT;

    private static final Set<String> LINES = Set.of(
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/x-jsonl",
            "application/jsonlines",
            "application/x-jsonlines",
            "application/json-lines",
            "text/x-ndjson",
            "text/jsonl");
    private static final Set<String> SEPARATED =
            Set.of("text/csv", "application/csv", "text/x-csv", "text/tab-separated-values");

    /** What a content type says, {@code TEXT} for one that is none of these; empty if there is none. */
    static Optional<AnswerFormat> of(ContentType type) {
        String name = type.name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (name.equals("application/json") || name.equals("text/json") || name.endsWith("+json")) {
            return Optional.of(JSON);
        }
        if (LINES.contains(name)) {
            return Optional.of(NDJSON);
        }
        return Optional.of(SEPARATED.contains(name) ? CSV : TEXT);
    }
}
