package dev.tokenport.cli;

import dev.tokenport.secret.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * The value of a variable such as {@code OAUTH_PASSWORD_PROCESS}, in the form that cmemc gave it: the name of a program, or a
 * list of texts, {@code ["program", "argument"]}. For one thread, for one text.
 */
final class ProcessVariable {

    private static final String FORM = "is neither a program nor a list such as [\"program\", \"argument\"]";

    private final String text;
    private int at;

    private ProcessVariable(String text) {
        this.text = text;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it is of neither form; the message does not repeat it
     */
    static Reference parse(String value) {
        String text = value.strip();
        List<String> words = text.startsWith("[") ? new ProcessVariable(text).list() : List.of(text);
        if (words.isEmpty() || words.get(0).isBlank()) {
            throw new IllegalArgumentException(FORM);
        }
        return Reference.process(words);
    }

    private List<String> list() {
        List<String> words = new ArrayList<>();
        at++;
        for (char c = next(); c != ']'; c = next()) {
            if (c != '"' && c != '\'') {
                throw new IllegalArgumentException(FORM);
            }
            words.add(quoted(c));
            c = next();
            if (c == ']') {
                at--;
            } else if (c != ',') {
                throw new IllegalArgumentException(FORM);
            }
        }
        if (!text.substring(at).isBlank()) {
            throw new IllegalArgumentException(FORM);
        }
        return words;
    }

    private String quoted(char quote) {
        var word = new StringBuilder();
        for (char c = raw(); c != quote; c = raw()) {
            word.append(c == '\\' ? raw() : c);
        }
        return word.toString();
    }

    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return raw();
    }

    private char raw() {
        if (at >= text.length()) {
            throw new IllegalArgumentException(FORM);
        }
        return text.charAt(at++);
    }
}
