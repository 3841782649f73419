package dev.tokenport.graphql;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import java.util.ArrayList;
import java.util.List;

/** The {@code errors} of one answer: how many, and what the first ones say. For one thread. */
final class GraphQLErrors {

    private static final int TOLD = 3;
    private static final int SHOWN = 200;

    private final Redactor redactor;
    private final List<String> first = new ArrayList<>();
    private long count;

    GraphQLErrors(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Adds an error, as the entity that was made of its object (GraphQL specification §7.1.2). */
    void add(Entity error) {
        count++;
        if (first.size() < TOLD) {
            String path = text(error, "path").replaceAll("[\\[\\]\"\\s]", "").replace(',', '.');
            String message = text(error, "message");
            String said = message.isEmpty() ? "no message" : message;
            first.add(redactor.redact(path.isEmpty() ? said : path + ": " + said, SHOWN));
        }
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /** What they say, one line. */
    @Override
    public String toString() {
        long more = count - first.size();
        return (count == 1 ? "an error: " : count + " errors: ")
                + String.join("; ", first)
                + (more > 0 ? "; and " + more + " more" : "");
    }

    /** One line, in which nothing moves a terminal's cursor or turns the text round. */
    private String text(Entity error, String path) {
        String text = error.first(path)
                .map(value -> ((Value.Text) value).text())
                .filter(found -> !found.equals("null"))
                .orElse("");
        return redactor.redact(text)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ")
                .strip();
    }
}
