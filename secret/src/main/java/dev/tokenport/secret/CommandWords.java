package dev.tokenport.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes the text of a command apart into words. There is no shell: blanks separate words; {@code '…'} keeps everything,
 * {@code "…"} everything but a backslash before {@code "} or a backslash; a backslash elsewhere keeps the character after
 * it. Nothing is expanded. For one thread, for one text.
 */
final class CommandWords {

    private static final char BACKSLASH = '\\';
    private static final String BLANKS = " \t\r\n";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private CommandWords(String text, int begin) {
        this.text = text;
        this.at = begin;
    }

    /**
     * The words of a command.
     *
     * @throws IllegalArgumentException if a quote is not closed; the message does not repeat the text
     */
    static List<String> of(String text) {
        var reader = new CommandWords(text, 0);
        while (reader.at < text.length()) {
            reader.step();
        }
        reader.endWord();
        return List.copyOf(reader.words);
    }

    /**
     * Where the first <code>&#125;</code> stands that no quote and no backslash protects, -1 if there is none.
     *
     * @throws IllegalArgumentException if a quote is not closed before the text ends
     */
    static int closingBrace(String text, int begin) {
        var reader = new CommandWords(text, begin);
        while (reader.at < text.length()) {
            if (text.charAt(reader.at) == '}') {
                return reader.at;
            }
            reader.step();
        }
        return -1;
    }

    /** A text whose words are these. */
    static String text(List<String> words) {
        return words.stream()
                .map(each -> "'" + each.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private void step() {
        char c = text.charAt(at++);
        if (BLANKS.indexOf(c) >= 0) {
            endWord();
            return;
        }
        inWord = true;
        switch (c) {
            case '\'' -> singleQuoted();
            case '"' -> doubleQuoted();
            case BACKSLASH -> word.append(next("a backslash stands at its end"));
            default -> word.append(c);
        }
    }

    private void singleQuoted() {
        for (char c = next("a quote is not closed"); c != '\''; c = next("a quote is not closed")) {
            word.append(c);
        }
    }

    private void doubleQuoted() {
        for (char c = next("a quote is not closed"); c != '"'; c = next("a quote is not closed")) {
            boolean escapes = c == BACKSLASH && (text.startsWith("\"", at) || text.startsWith("\\", at));
            word.append(escapes ? next("a quote is not closed") : c);
        }
    }

    private char next(String otherwise) {
        if (at == text.length()) {
            throw new IllegalArgumentException(otherwise);
        }
        return text.charAt(at++);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
