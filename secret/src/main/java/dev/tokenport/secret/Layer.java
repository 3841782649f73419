package dev.tokenport.secret;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text with one encoding taken off, where another may be beneath: an error that is JSON, in the text of another that is.
 * Immutable.
 *
 * @param text the text that is left
 * @param begins where each of its characters begins in the whole text, and where that ends
 */
// Not compared, and never printed: what it holds may be a secret.
@SuppressWarnings("ArrayRecordComponent")
record Layer(String text, int[] begins) {

    /** What a percent-encoded text has only if what was encoded was encoded before. */
    private static final List<String> TWICE = List.of("%25", "%5c", "%26");

    /** The layers of a text; none if it cannot be encoded twice. */
    static List<Layer> of(String text) {
        return List.of(Encoding.JSON, Encoding.HTML, Encoding.PERCENT).stream()
                .filter(encoding -> mayHold(encoding, text))
                .map(encoding -> without(encoding, text))
                .filter(layer -> layer.text().length() < text.length())
                .toList();
    }

    /** The place in the whole text of a range of this one. */
    SecretIndex.Range whole(SecretIndex.Range range) {
        return new SecretIndex.Range(begins[range.begin()], begins[range.end()]);
    }

    private static boolean mayHold(Encoding encoding, String text) {
        return switch (encoding) {
            case JSON -> text.indexOf('\\') >= 0;
            case HTML -> text.indexOf('&') >= 0;
            default -> {
                String lower = text.toLowerCase(Locale.ROOT);
                yield TWICE.stream().anyMatch(lower::contains);
            }
        };
    }

    private static Layer without(Encoding encoding, String text) {
        var left = new StringBuilder(text.length());
        var begins = new int[text.length() + 1];
        int at = 0;
        while (at < text.length()) {
            Encoding.Reading reading = encoding.read(text, at);
            for (char unit : Character.toChars(reading.codePoint())) {
                begins[left.length()] = at;
                left.append(unit);
            }
            at += reading.length();
        }
        begins[left.length()] = text.length();
        return new Layer(left.toString(), Arrays.copyOf(begins, left.length() + 1));
    }

    @Override
    public String toString() {
        return Secret.MASK;
    }
}
