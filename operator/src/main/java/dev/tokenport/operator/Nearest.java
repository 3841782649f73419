package dev.tokenport.operator;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate nearest to a misspelt name, empty if none is near. Near means: at most a third of the name's
     * characters (one at least) were added, left out, replaced, or swapped with their neighbour; case does not matter. Of
     * equally near ones the first.
     */
    public static Optional<String> to(String name, Collection<String> candidates) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int nearest = Math.max(1, name.length() / 3) + 1;
        String found = null;
        for (String candidate : candidates) {
            int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
            if (distance < nearest) {
                nearest = distance;
                found = candidate;
            }
        }
        return Optional.ofNullable(found);
    }

    /** What to say behind the misspelt name: {@code ; did you mean 'tasks'?}, or nothing if no candidate is near. */
    public static String hint(String name, Collection<String> candidates) {
        return hint(name, candidates, "");
    }

    /** What to say behind the misspelt name: {@code ; did you mean 'tasks'?}, or the other text if no candidate is near. */
    public static String hint(String name, Collection<String> candidates, String otherwise) {
        return to(name, candidates)
                .map(candidate -> "; did you mean '" + candidate + "'?")
                .orElse(otherwise);
    }

    /** The number of edits that make one text of the other, neighbours swapped counted as one. */
    private static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[to.length()];
    }
}
