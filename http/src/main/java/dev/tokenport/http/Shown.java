package dev.tokenport.http;

import dev.tokenport.secret.OneLine;

/** How a text from outside is shown in a message. */
final class Shown {

    private static final int LONGEST = 200;

    private Shown() {}

    /** On one line, without control characters, cut to a bearable length. */
    static String line(String text) {
        String line = OneLine.of(text.replaceAll("\\R\\s*", " ")).strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
