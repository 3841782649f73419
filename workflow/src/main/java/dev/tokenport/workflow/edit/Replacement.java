package dev.tokenport.workflow.edit;

/**
 * A piece of a text and what takes its place. Immutable; prints no text.
 *
 * @param begin the offset of the first character that goes
 * @param end the offset behind the last one
 * @param text what comes
 */
public record Replacement(int begin, int end, String text) {

    /** The one replacement that makes the second text of the first: all that differs, and as little else as can be. */
    public static Replacement between(String from, String to) {
        int longest = Math.min(from.length(), to.length());
        int begin = 0;
        while (begin < longest && from.charAt(begin) == to.charAt(begin)) {
            begin++;
        }
        int same = 0;
        while (same < longest - begin && from.charAt(from.length() - 1 - same) == to.charAt(to.length() - 1 - same)) {
            same++;
        }
        return new Replacement(begin, from.length() - same, to.substring(begin, to.length() - same));
    }

    /** The text with this piece replaced. */
    public String in(String text) {
        return text.substring(0, begin) + this.text + text.substring(end);
    }

    @Override
    public String toString() {
        return "Replacement[" + begin + ", " + end + "]";
    }
}
