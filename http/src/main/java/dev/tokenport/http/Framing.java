package dev.tokenport.http;

import java.util.List;
import java.util.Optional;

/**
 * How an answer says where it ends (RFC 9112 §6.3). Whoever takes the first of two lengths, or a length in spite of
 * chunks, may take a piece of an answer for the whole. Immutable.
 *
 * @param lengths the values of {@code Content-Length}
 * @param codings the values of {@code Transfer-Encoding}
 */
record Framing(List<String> lengths, List<String> codings) {

    private static final int MOST_DIGITS = 18;

    Framing {
        lengths = List.copyOf(lengths);
        codings = List.copyOf(codings);
    }

    static Framing of(Headers headers) {
        return new Framing(headers.all("Content-Length"), headers.all("Transfer-Encoding"));
    }

    /** What is wrong with it, to be put behind {@code the answer}. */
    Optional<String> fault() {
        if (codings.isEmpty() && lengths.size() == 1 && isLength(lengths.get(0))) {
            // As it should be, and nearly always is.
            return Optional.empty();
        }
        if (lengths.stream().distinct().count() > 1) {
            return Optional.of("has more than one Content-Length");
        }
        if (!lengths.stream().allMatch(Framing::isLength)) {
            return Optional.of("has the Content-Length '" + Shown.line(lengths.get(0)) + "', which is none");
        }
        if (codings.isEmpty()) {
            return Optional.empty();
        }
        if (!lengths.isEmpty()) {
            return Optional.of("has both a Content-Length and a Transfer-Encoding");
        }
        String coding = String.join(", ", codings);
        return coding.equalsIgnoreCase("chunked")
                ? Optional.empty()
                : Optional.of("has the Transfer-Encoding '" + Shown.line(coding) + "', which was not asked for");
    }

    private static boolean isLength(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MOST_DIGITS;
    }
}
