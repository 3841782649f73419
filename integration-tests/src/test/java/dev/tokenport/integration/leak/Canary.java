package dev.tokenport.integration.leak;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A secret that must not be found anywhere. Immutable.
 *
 * @param kind what it is
 * @param text its text
 * @param traces halves of all its forms
 */
public record Canary(Kind kind, String text, Set<String> traces) {

    /** Copies the set. */
    public Canary {
        traces = Set.copyOf(traces);
    }

    /** Less of it is no leak, and may stand somewhere by chance. */
    private static final int SHORTEST = 9;

    /** The secrets that the command has to do with. */
    public enum Kind {
        CLIENT_SECRET,
        PASSWORD,
        REFRESH_TOKEN,
        ASSERTION,
        SUBJECT_TOKEN,
        ACTOR_TOKEN,
        ACCESS_TOKEN,
        KEY_PASSWORD,
        DPOP_KEY,
        DEVICE_CODE,
        ISSUED_TOKEN,
        ISSUED_REFRESH_TOKEN;

        /** The variable in which a command finds it. */
        String variable() {
            return "OAUTH_" + this;
        }

        /** Whether the command is given it; the others it gets. */
        boolean isGiven() {
            return this != DEVICE_CODE && this != ISSUED_TOKEN && this != ISSUED_REFRESH_TOKEN;
        }

        /** Whether it becomes a part of a header as it is. */
        boolean isForHeader() {
            return this == ACCESS_TOKEN || this == ISSUED_TOKEN;
        }
    }

    /** Which characters a secret is made of. */
    enum Characters {
        /** Those that every encoding changes. */
        AWKWARD,
        /** Letters and digits. */
        PLAIN
    }

    static Canary of(Kind kind, Characters characters) {
        // Both halves of each are its own.
        String own = String.valueOf((char) ('A' + List.of(Kind.values()).indexOf(kind)))
                .repeat(5);
        return of(
                kind,
                own
                        + switch (characters) {
                            case PLAIN -> "Canary0123456789abcdefghij";
                            case AWKWARD ->
                                kind.isForHeader() ? "%2B+/=&\"\\<-?>~|0123456789" : " %2B+/=&\"\\<é€😀-?>~|0123456789";
                        }
                        + own);
    }

    /** One of a text that is not often met. */
    public static Canary of(Kind kind, String text) {
        return new Canary(kind, text, traces(text));
    }

    static List<Canary> all(Characters characters) {
        var all = new ArrayList<Canary>();
        for (Kind kind : Kind.values()) {
            all.add(of(kind, characters));
        }
        return all;
    }

    /** Whether a text has it, or half of it, in whatever form. */
    public boolean isIn(String where) {
        return traces.stream().anyMatch(where::contains);
    }

    private static Set<String> traces(String text) {
        var traces = new LinkedHashSet<String>();
        var forms = Encodings.of(text);
        forms.addAll(Encodings.withinBase64(text));
        for (String form : forms) {
            int middle = form.length() / 2;
            for (String half : List.of(form.substring(0, middle), form.substring(middle))) {
                traces.add(half.length() < SHORTEST ? form : half);
            }
        }
        return traces;
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
