package dev.tokenport.cli;

import java.util.Locale;

/** How numbers and foreign texts read. */
final class Words {

    private Words() {}

    /** {@code 1 task}, {@code 3 tasks}. */
    static String count(long number, String noun) {
        if (number == 1) {
            return "1 " + noun;
        }
        String plural = noun.matches(".*[^aeiou]y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + plural;
    }

    /** Foreign text on one line: a control character is written as an escape. */
    static String oneLine(String text) {
        var line = new StringBuilder();
        text.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                line.append((char) c);
            }
        });
        return line.toString();
    }
}
