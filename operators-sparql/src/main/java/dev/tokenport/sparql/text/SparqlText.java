package dev.tokenport.sparql.text;

import dev.tokenport.sparql.text.Scanner.Kind;
import dev.tokenport.sparql.text.Scanner.Token;
import java.util.List;
import java.util.Locale;

/** What can be said of SPARQL without a parser. */
public final class SparqlText {

    private SparqlText() {}

    /**
     * The first word behind the prologue, in capitals: {@code SELECT}, {@code INSERT} …
     *
     * @return empty if there is nothing but a prologue and comments
     */
    public static String keyword(String text) {
        var scanner = new Scanner();
        while (scanner.next(text)) {
            String word =
                    text.substring(scanner.last().start(), scanner.last().end()).toUpperCase(Locale.ROOT);
            if (word.equals("PREFIX")) {
                scanner.next(text);
                scanner.next(text);
            } else if (word.equals("BASE")) {
                scanner.next(text);
            } else {
                return word;
            }
        }
        return "";
    }

    /** Several updates as one request (SPARQL 1.1 Update §3.1), each with its own prologue. */
    public static String joined(List<String> updates) {
        if (updates.size() == 1) {
            return updates.get(0);
        }
        // Behind a line end, since the last line of an update may be a comment.
        return String.join(
                "\n;\n", updates.stream().map(SparqlText::withoutSemicolon).toList());
    }

    /** An update may end with a semicolon, but between two there can be only one. */
    private static String withoutSemicolon(String update) {
        var scanner = new Scanner();
        scanner.advance(update, update.length());
        Token last = scanner.last();
        boolean semicolon =
                scanner.kind() != Kind.WORD && last.kind() == Kind.SIGN && update.startsWith(";", last.start());
        return semicolon ? update.substring(0, last.start()) + update.substring(last.end()) : update;
    }
}
