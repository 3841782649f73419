package dev.tokenport.sparql.text;

/**
 * Goes through SPARQL from left to right and knows what it has come to: a string, an IRI, a comment, a word or anything
 * else (SPARQL 1.1 Query §19.8). The text may grow at its end meanwhile. For one thread.
 */
final class Scanner {

    private static final String NEVER_IN_IRI = "<>\"{}|^`\\";

    /** What a place lies in. */
    enum Kind {
        /** Between tokens. */
        CODE,
        /** A sign of punctuation, an operator or a part of one. */
        SIGN,
        /** A keyword, name, variable, number or language tag, or a part of one. */
        WORD,
        /** An IRI between {@code <} and {@code >}. */
        IRI,
        /** A string between quotes. */
        STRING,
        /** A comment. */
        COMMENT
    }

    /**
     * A piece of the text that is no comment.
     *
     * @param kind what it is
     * @param start where it begins
     * @param end where it ends
     */
    record Token(Kind kind, int start, int end) {}

    private int position;
    private Kind kind = Kind.CODE;
    private int start;
    private String quote = "";
    private boolean escaping;
    private Token last = new Token(Kind.CODE, 0, 0);

    /** What has been come to. */
    Kind kind() {
        return kind;
    }

    /** Where that begins. */
    int start() {
        return start;
    }

    /** Where reading has come to; a quote of three may have been read past the place that was wanted. */
    int position() {
        return position;
    }

    /** Whether the last character was a backslash that changes the meaning of the next one. */
    boolean escaping() {
        return escaping;
    }

    /** The last token that has ended. */
    Token last() {
        return last;
    }

    /** Reads on to a place; what follows behind it in the text is taken into account. */
    void advance(CharSequence text, int end) {
        while (position < end) {
            step(text);
        }
    }

    /** Reads on until a token has ended; false if there is none any more. */
    boolean next(CharSequence text) {
        int before = last.end();
        while (position < text.length() && last.end() == before) {
            step(text);
        }
        if (last.end() == before && kind != Kind.CODE && kind != Kind.COMMENT) {
            end();
        }
        return last.end() != before;
    }

    private void step(CharSequence text) {
        char c = text.charAt(position);
        switch (kind) {
            case WORD -> word(c);
            case IRI -> iri(c);
            case STRING -> string(text, c);
            case COMMENT -> comment(c);
            default -> begin(text, c);
        }
    }

    private void begin(CharSequence text, char c) {
        start = position;
        if (c == '#') {
            kind = Kind.COMMENT;
        } else if (c == '"' || c == '\'') {
            String three = String.valueOf(c).repeat(3);
            quote = startsWith(text, three) ? three : three.substring(2);
            kind = Kind.STRING;
            position += quote.length() - 1;
        } else if (c == '<' && beginsIri(text)) {
            kind = Kind.IRI;
        } else if (c == '\\' || c == '?' || c == '$' || c == '@' || (isWord(c) && c != '-' && c != '.')) {
            kind = Kind.WORD;
            escaping = c == '\\';
        } else if (!Character.isWhitespace(c)) {
            last = new Token(Kind.SIGN, position, position + 1);
        }
        position++;
    }

    private void word(char c) {
        if (escaping) {
            escaping = false;
            position++;
        } else if (c == '\\') {
            escaping = true;
            position++;
        } else if (isWord(c)) {
            position++;
        } else {
            end();
        }
    }

    private void iri(char c) {
        if (c == '>') {
            position++;
            end();
        } else if (neverInIri(c)) {
            // It was "less than" after all.
            last = new Token(Kind.SIGN, start, start + 1);
            position = start + 1;
            kind = Kind.CODE;
        } else {
            position++;
        }
    }

    private void string(CharSequence text, char c) {
        if (escaping) {
            escaping = false;
            position++;
        } else if (c == '\\') {
            escaping = true;
            position++;
        } else if (startsWith(text, quote)) {
            position += quote.length();
            end();
        } else {
            position++;
        }
    }

    private void comment(char c) {
        if (c == '\n' || c == '\r') {
            kind = Kind.CODE;
        }
        position++;
    }

    private void end() {
        last = new Token(kind, start, position);
        kind = Kind.CODE;
        escaping = false;
    }

    /** Whether {@code <} begins an IRI, as far as the text goes; otherwise it means "less than". */
    private boolean beginsIri(CharSequence text) {
        for (int i = position + 1; i < text.length(); i++) {
            if (neverInIri(text.charAt(i))) {
                return text.charAt(i) == '>';
            }
        }
        return text.length() != position + 2 || text.charAt(position + 1) != '=';
    }

    private boolean startsWith(CharSequence text, String wanted) {
        return text.length() >= position + wanted.length()
                && wanted.contentEquals(text.subSequence(position, position + wanted.length()));
    }

    /** Whether a character cannot stand in an IRI (IRIREF). */
    static boolean neverInIri(char c) {
        return c <= ' ' || NEVER_IN_IRI.indexOf(c) >= 0;
    }

    /** Whether a character goes on with a word. */
    static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "_-.:%\\".indexOf(c) >= 0
                || c >= 0x80;
    }
}
