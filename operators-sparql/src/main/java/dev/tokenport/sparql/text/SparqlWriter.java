package dev.tokenport.sparql.text;

import dev.tokenport.operator.Value;
import dev.tokenport.service.template.ValueWriter;
import dev.tokenport.sparql.text.Scanner.Kind;
import dev.tokenport.sparql.text.Scanner.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the values of a template into SPARQL. Each is written as its place needs, judged by what stands before it; since
 * what follows can change the meaning of what stands before, {@link #check} looks at the whole once more. For one rendering.
 */
final class SparqlWriter implements ValueWriter {

    /** An escape that stands for a character of the syntax, which processors may replace before they read the rest. */
    private static final Pattern ESCAPED_SYNTAX =
            Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\(?:u00|U000000)[0-7][0-9A-Fa-f]");

    private static final String BESIDE_A_NAME =
            "has a value directly beside a name, variable or number, which it would change; put white space between them";

    private final Scanner scanner = new Scanner();
    private final List<Inserted> inserted = new ArrayList<>();

    /** Where a value was written, and what it was taken to lie in. */
    private record Inserted(int start, int end, Kind kind, int tokenStart) {}

    @Override
    public void append(StringBuilder textSoFar, Value.Text value) {
        int start = textSoFar.length();
        scanner.advance(textSoFar, start);
        try {
            textSoFar.append(written(textSoFar, value));
        } catch (MisplacedValueException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new MisplacedValueException(String.valueOf(e.getMessage()), textSoFar);
        }
        inserted.add(new Inserted(start, textSoFar.length(), scanner.kind(), scanner.start()));
    }

    private String written(CharSequence before, Value.Text value) {
        if (scanner.escaping()) {
            throw new MisplacedValueException("has a value directly behind a backslash", before);
        }
        return switch (scanner.kind()) {
            case COMMENT -> throw new MisplacedValueException("has a value in a comment", before);
            case STRING -> Written.escaped(value);
            case IRI -> scanner.start() + 1 == before.length() ? Written.iri(value) : Written.iriPart(value);
            case WORD -> inWord(before, value);
            case CODE, SIGN -> Written.literal(value);
        };
    }

    private String inWord(CharSequence before, Value.Text value) {
        String word = before.subSequence(scanner.start(), before.length()).toString();
        Token last = scanner.last();
        if (word.equals("@") && last.kind() == Kind.STRING && last.end() == scanner.start()) {
            return Written.language(value);
        }
        boolean prefixed = word.indexOf(':') >= 0 && !word.startsWith("_:") && "?$@\\".indexOf(word.charAt(0)) < 0;
        if (!prefixed) {
            throw new MisplacedValueException(BESIDE_A_NAME, before);
        }
        return Written.localName(value);
    }

    /**
     * Checks that in the whole text each value lies in what it was written for, and nothing else does.
     *
     * @throws MisplacedValueException if one does not
     */
    void check(String text) {
        if (inserted.isEmpty()) {
            return;
        }
        Matcher escape = ESCAPED_SYNTAX.matcher(text);
        if (escape.find()) {
            throw new MisplacedValueException(
                    "has an escape such as \\u0022 for an ASCII character beside values; write the character itself",
                    text.substring(0, escape.start()));
        }
        var whole = new Scanner();
        for (Inserted value : inserted) {
            whole.advance(text, value.start);
            boolean begins = isIn(whole, value, value.start);
            whole.advance(text, value.end);
            if (!begins || !isIn(whole, value, value.end) || !endsWell(whole, text, value)) {
                throw misplaced(text, value);
            }
        }
        whole.advance(text, text.length());
        if (whole.kind() == Kind.STRING || whole.kind() == Kind.IRI) {
            throw new MisplacedValueException("ends within a string or an IRI", text);
        }
        inserted.stream()
                .filter(value -> value.kind == Kind.IRI && value.start > value.tokenStart + 1)
                .forEach(value -> checkSegments(text, value));
    }

    /** A value is no reason to climb: endpoints remove dot segments from IRIs (RFC 3986 §5.2.4). */
    private static void checkSegments(String text, Inserted value) {
        String iri = text.substring(value.tokenStart + 1, text.indexOf('>', value.end));
        String path = iri.split("[?#]", 2)[0];
        for (String segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                throw new MisplacedValueException(
                        "has the path segment '" + segment + "' in an IRI with a value, which leads to another one",
                        text.substring(0, value.start));
            }
        }
    }

    private static boolean isIn(Scanner scanner, Inserted value, int place) {
        if (scanner.position() != place || scanner.escaping()) {
            return false;
        }
        // A number or a boolean is a word of its own, which has not ended yet at its end.
        boolean literal = value.kind == Kind.CODE && place == value.end && scanner.kind() == Kind.WORD;
        return literal
                ? scanner.start() >= value.start
                : scanner.kind() == value.kind && (value.kind == Kind.CODE || scanner.start() == value.tokenStart);
    }

    private static boolean endsWell(Scanner scanner, String text, Inserted value) {
        if (value.kind != Kind.CODE) {
            return true;
        }
        if (scanner.kind() == Kind.CODE) {
            return scanner.last().equals(new Token(Kind.STRING, value.start, value.end));
        }
        return value.end == text.length() || !beginsName(text.charAt(value.end));
    }

    private static boolean beginsName(char c) {
        return Scanner.isWord(c) && c != '.' && c != '-';
    }

    private static MisplacedValueException misplaced(String text, Inserted value) {
        String why = value.kind == Kind.IRI
                ? "has a value behind a '<' that no '>' ends; if it means \"less than\", put a blank behind it"
                : BESIDE_A_NAME;
        return new MisplacedValueException(why, text.substring(0, value.start));
    }
}
