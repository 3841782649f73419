package dev.tokenport.operators.http.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A link of the header {@code Link} (RFC 8288 §3). Immutable.
 *
 * @param target where it leads, possibly relative
 * @param parameters what is said of it, by names in any case; of several with one name the first
 */
record LinkHeader(String target, Map<String, String> parameters) {

    /** The target of the first link of a relation that has the answer as its context. */
    static Optional<String> target(List<String> headers, String relation) {
        return headers.stream()
                .flatMap(header -> new Reader(header).links().stream())
                .filter(link -> link.has(relation) && !link.parameters.containsKey("anchor"))
                .map(LinkHeader::target)
                .findFirst();
    }

    private boolean has(String relation) {
        return List.of(parameters
                        .getOrDefault("rel", "")
                        .toLowerCase(Locale.ROOT)
                        .strip()
                        .split("\\s+"))
                .contains(relation);
    }

    /** Reads one header, as leniently as Appendix B.2 of RFC 8288; what is no link ends it. */
    private static final class Reader {

        private final String text;
        private int at;

        private Reader(String text) {
            this.text = text;
        }

        private List<LinkHeader> links() {
            List<LinkHeader> links = new ArrayList<>();
            while (true) {
                skip(", \t");
                int end = text.indexOf('>', at);
                if (!is('<') || end < 0) {
                    return links;
                }
                String target = text.substring(at + 1, end).strip();
                at = end + 1;
                links.add(new LinkHeader(target, parameters()));
                skip(" \t");
                if (!is(',')) {
                    return links;
                }
            }
        }

        private Map<String, String> parameters() {
            Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (skip(" \t"); is(';'); skip(" \t")) {
                skip("; \t");
                String name = until("=;, \t");
                skip(" \t");
                String value = "";
                if (is('=')) {
                    at++;
                    skip(" \t");
                    value = is('"') ? quoted() : until(";, \t");
                }
                if (!name.isEmpty()) {
                    parameters.putIfAbsent(name, value);
                }
            }
            return parameters;
        }

        private String quoted() {
            var value = new StringBuilder();
            for (at++; at < text.length() && !is('"'); at++) {
                if (is('\\') && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at));
            }
            at = Math.min(text.length(), at + 1);
            return value.toString();
        }

        private String until(String ends) {
            int start = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private void skip(String characters) {
            while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private boolean is(char character) {
            return at < text.length() && text.charAt(at) == character;
        }
    }
}
