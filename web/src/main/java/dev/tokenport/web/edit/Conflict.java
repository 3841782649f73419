package dev.tokenport.web.edit;

import dev.tokenport.workflow.edit.LineDiff;
import dev.tokenport.workflow.edit.LineDiff.Kind;
import dev.tokenport.workflow.edit.LineEnds;
import java.util.ArrayList;
import java.util.List;

/**
 * A file has changed since its text was loaded. Immutable.
 *
 * @param hash what the file is now
 * @param lines what is different, with some lines around it
 * @param more whether there is more that is different
 * @param theirs the file's text
 */
public record Conflict(String hash, List<Change> lines, boolean more, String theirs) {

    private static final int AROUND = 2;
    private static final int MOST = 200;

    /** Copies the list. */
    public Conflict {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the difference.
     *
     * @param sign {@code -} for one of the file, {@code +} for one of the editor, a blank for one of both; {@code …} for those left out
     * @param text the line
     */
    public record Change(String sign, String text) {

        /** What the line is, for those who do not see its colour. */
        public String words() {
            return switch (sign) {
                case "-" -> "in the file: ";
                case "+" -> "yours: ";
                default -> "";
            };
        }

        /** How it is coloured. */
        public String style() {
            return switch (sign) {
                case "-" -> "theirs";
                case "+" -> "mine";
                default -> "both";
            };
        }
    }

    /** What is different between the file and the editor. */
    static Conflict between(String hash, String theirs, String mine) {
        List<LineDiff.Line> all = LineDiff.of(LineEnds.lines(theirs), LineEnds.lines(mine));
        List<Change> changes = new ArrayList<>();
        int lastShown = -1;
        for (int i = 0; i < all.size(); i++) {
            if (isNearChange(all, i)) {
                if (lastShown != i - 1) {
                    changes.add(new Change("…", ""));
                }
                changes.add(new Change(sign(all.get(i).kind()), all.get(i).text()));
                lastShown = i;
            }
        }
        boolean more = changes.size() > MOST;
        return new Conflict(hash, more ? changes.subList(0, MOST) : changes, more, theirs);
    }

    private static boolean isNearChange(List<LineDiff.Line> lines, int at) {
        return lines.subList(Math.max(0, at - AROUND), Math.min(lines.size(), at + AROUND + 1)).stream()
                .anyMatch(line -> line.kind() != Kind.SAME);
    }

    private static String sign(Kind kind) {
        return switch (kind) {
            case GONE -> "-";
            case NEW -> "+";
            case SAME -> " ";
        };
    }
}
