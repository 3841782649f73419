package dev.tokenport.workflow.edit;

import java.util.ArrayList;
import java.util.List;

/** Which lines two texts have in common. Stateless. */
public final class LineDiff {

    /** How many pairs of lines are compared; of larger texts that differ a lot, all in between counts as changed. */
    private static final long MOST_PAIRS = 4_000_000;

    /** What becomes of a line. */
    public enum Kind {
        /** Both texts have it. */
        SAME,
        /** Only the first text has it. */
        GONE,
        /** Only the second text has it. */
        NEW
    }

    /**
     * A line of one of the texts, or of both.
     *
     * @param kind which text has it
     * @param before its index in the first text, from 0; that of the next one there if it is new
     * @param after its index in the second text, from 0; that of the next one there if it is gone
     * @param text the line
     */
    public record Line(Kind kind, int before, int after, String text) {}

    private LineDiff() {}

    /** The lines of both texts, those that are gone before those that are new. */
    public static List<Line> of(List<String> before, List<String> after) {
        int first = 0;
        int shorter = Math.min(before.size(), after.size());
        while (first < shorter && before.get(first).equals(after.get(first))) {
            first++;
        }
        int last = 0;
        while (last < shorter - first
                && before.get(before.size() - 1 - last).equals(after.get(after.size() - 1 - last))) {
            last++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < first; i++) {
            lines.add(new Line(Kind.SAME, i, i, before.get(i)));
        }
        middle(before, after, first, last, lines);
        for (int i = last; i > 0; i--) {
            int old = before.size() - i;
            lines.add(new Line(Kind.SAME, old, after.size() - i, before.get(old)));
        }
        return lines;
    }

    private static void middle(List<String> before, List<String> after, int first, int last, List<Line> lines) {
        int rows = before.size() - last - first;
        int columns = after.size() - last - first;
        boolean compared = (long) rows * columns <= MOST_PAIRS;
        int[][] common = compared ? common(before, after, first, rows, columns) : new int[0][0];
        int row = 0;
        int column = 0;
        while (row < rows || column < columns) {
            String old = row < rows ? before.get(first + row) : "";
            if (compared && row < rows && column < columns && old.equals(after.get(first + column))) {
                lines.add(new Line(Kind.SAME, first + row++, first + column++, old));
            } else if (row < rows
                    && (column == columns || !compared || common[row + 1][column] >= common[row][column + 1])) {
                lines.add(new Line(Kind.GONE, first + row++, first + column, old));
            } else {
                lines.add(new Line(Kind.NEW, first + row, first + column, after.get(first + column)));
                column++;
            }
        }
    }

    /** How many lines the rests of both texts have in common, from each pair of lines on. */
    private static int[][] common(List<String> before, List<String> after, int first, int rows, int columns) {
        int[][] common = new int[rows + 1][columns + 1];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                common[row][column] = before.get(first + row).equals(after.get(first + column))
                        ? common[row + 1][column + 1] + 1
                        : Math.max(common[row + 1][column], common[row][column + 1]);
            }
        }
        return common;
    }
}
