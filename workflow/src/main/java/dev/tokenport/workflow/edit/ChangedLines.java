package dev.tokenport.workflow.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lines of a text, and what is to take the place of pieces of them. For one thread, for one change. */
final class ChangedLines {

    private final String text;
    private final String step;
    private final String separator;
    private final List<Replacement> changes = new ArrayList<>();

    /**
     * The lines of a text.
     *
     * @param step by how much a mapping is indented in another
     */
    ChangedLines(String text, String step) {
        this.text = text;
        this.step = step;
        this.separator = separator(text);
    }

    private static String separator(String text) {
        int first = 0;
        while (first < text.length() && !isBreak(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return "\n";
        }
        return text.startsWith("\r\n", first) ? "\r\n" : text.substring(first, first + 1);
    }

    private static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    String step() {
        return step;
    }

    /** What is before a key on its line, if that is only blanks. */
    Optional<String> indent(int offset) {
        String before = text.substring(beginOfLine(offset), offset);
        return before.isBlank() ? Optional.of(before) : Optional.empty();
    }

    /** A blank, if there is none before an offset. */
    String blankBefore(int offset) {
        return offset > 0 && (isBlank(text.charAt(offset - 1)) || isBreak(text.charAt(offset - 1))) ? "" : " ";
    }

    private int beginOfLine(int offset) {
        int begin = offset;
        while (begin > 0 && !isBreak(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    /** The offset of the line break that ends the line of an offset, or of the end of the text. */
    int endOfLine(int offset) {
        int end = offset;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int behindBreak(int offset) {
        if (text.startsWith("\r\n", offset)) {
            return offset + 2;
        }
        return Math.min(offset + 1, text.length());
    }

    /** The offset behind the first such character from an offset on. */
    int behind(char character, int offset) {
        return text.indexOf(character, offset) + 1;
    }

    /** The offset behind the header of a block scalar, such as {@code |-}. */
    int behindHeader(int begin) {
        int end = begin;
        while (end < text.length() && "|>+-0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** Whether there may be a comment between two offsets. */
    boolean hasComment(int begin, int end) {
        return text.substring(begin, end).contains("#");
    }

    void replace(int begin, int end, String by) {
        if (begin < end || !by.isEmpty()) {
            changes.add(new Replacement(begin, end, by));
        }
    }

    /** Replaces what stands from the end of a line on by whole lines. */
    void replaceBelow(int begin, int end, List<String> lines) {
        var below = new StringBuilder();
        lines.forEach(line -> below.append(separator).append(line));
        replace(begin, end, below.toString());
    }

    /** Inserts lines behind the line of an offset. */
    void insertBelow(int offset, List<String> lines) {
        int end = endOfLine(offset);
        replaceBelow(end, end, lines);
    }

    /** Removes the lines in which something begins and ends. */
    void removeLines(int begin, int end) {
        int first = beginOfLine(begin);
        int last = endOfLine(end);
        if (last == text.length() && first > 0) {
            int before = first - (text.startsWith("\r\n", first - 2) ? 2 : 1);
            replace(before, last, "");
        } else {
            replace(first, behindBreak(last), "");
        }
    }

    /** The text with all changes, which do not overlap. */
    String result() {
        changes.sort(Comparator.comparingInt(Replacement::begin).thenComparingInt(Replacement::end));
        var result = new StringBuilder();
        int at = 0;
        for (Replacement change : changes) {
            result.append(text, at, change.begin()).append(change.text());
            at = change.end();
        }
        return result.append(text, at, text.length()).toString();
    }
}
