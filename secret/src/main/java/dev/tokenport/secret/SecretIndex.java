package dev.tokenport.secret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The patterns in alphabetical order: those that begin with what was read so far stand side by side, so the order serves
 * as a tree, and a long text is gone through once however many secrets there are. Immutable.
 *
 * <p>The latest ones have an order of their own, into which a new one is soon put; now and then they move to the others.
 */
final class SecretIndex {

    private static final SecretPattern[] NONE = {};

    static final SecretIndex EMPTY = new SecretIndex(NONE, NONE, Integer.MAX_VALUE);

    /** How many of the latest there may be at least. */
    private static final int FEW = 64;

    // Comparator.comparing has Java make a class when it is called, which is in no archive of classes.
    private static final Comparator<SecretPattern> BY_FORM =
            (one, other) -> one.form().compareTo(other.form());

    private final SecretPattern[] patterns;
    private final SecretPattern[] latest;

    /** No shorter text has a secret in it. */
    private final int shortest;

    private SecretIndex(SecretPattern[] patterns, SecretPattern[] latest, int shortest) {
        this.patterns = patterns;
        this.latest = latest;
        this.shortest = shortest;
    }

    /** A part of a text, without the character at {@code end}. */
    record Range(int begin, int end) {}

    SecretIndex with(Collection<SecretPattern> more) {
        SecretPattern[] longer = united(latest, more);
        int least = shortest;
        for (SecretPattern pattern : more) {
            least = Math.min(least, pattern.form().length());
        }
        return longer.length <= Math.max(FEW, Math.sqrt(patterns.length))
                ? new SecretIndex(patterns, longer, least)
                : new SecretIndex(united(patterns, Arrays.asList(longer)), NONE, least);
    }

    private static SecretPattern[] united(SecretPattern[] some, Collection<SecretPattern> others) {
        var all = new ArrayList<>(Arrays.asList(some));
        all.addAll(others);
        all.sort(BY_FORM);
        return all.toArray(SecretPattern[]::new);
    }

    /** Where secrets stand, encoded once or twice: in order, without overlaps. */
    List<Range> ranges(String text) {
        if (text.length() < shortest) {
            return List.of();
        }
        var ranges = new ArrayList<Range>(encodedOnce(text));
        for (Layer layer : Layer.of(text)) {
            encodedOnce(layer.text()).forEach(range -> ranges.add(layer.whole(range)));
        }
        return united(ranges);
    }

    /** Ranges in any order, which is changed: in order, without overlaps. */
    static List<Range> united(List<Range> ranges) {
        ranges.sort((one, other) -> Integer.compare(one.begin(), other.begin()));
        var united = new ArrayList<Range>();
        ranges.forEach(range -> add(range, united));
        return united;
    }

    private List<Range> encodedOnce(String text) {
        var ranges = new ArrayList<Range>();
        List<Encoding> encodings = Encoding.possibleIn(text);
        for (int begin = 0; begin < text.length(); begin++) {
            int end = -1;
            for (Encoding encoding : encodings) {
                end = Math.max(end, longestEnd(patterns, text, begin, encoding));
                end = Math.max(end, longestEnd(latest, text, begin, encoding));
            }
            if (end >= 0) {
                add(new Range(begin, end), ranges);
            }
        }
        return ranges;
    }

    private static void add(Range range, List<Range> ranges) {
        int last = ranges.size() - 1;
        if (last >= 0 && range.begin() < ranges.get(last).end()) {
            Range previous = ranges.get(last);
            ranges.set(last, new Range(previous.begin(), Math.max(previous.end(), range.end())));
        } else {
            ranges.add(range);
        }
    }

    /** Where the longest secret that begins at {@code begin} ends, -1 if there is none. */
    private static int longestEnd(SecretPattern[] patterns, String text, int begin, Encoding encoding) {
        int longest = -1;
        int at = begin;
        var candidates = new Candidates(patterns);
        while (true) {
            longest = Math.max(longest, candidates.end(text, begin, at, encoding));
            if (candidates.none() || at == text.length()) {
                return longest;
            }
            char c = text.charAt(at);
            if (encoding.isMark(c) || Character.isSurrogate(c)) {
                Encoding.Reading reading = encoding.read(text, at);
                at += reading.length();
                for (char unit : Character.toChars(reading.codePoint())) {
                    candidates.goOn(unit);
                }
            } else {
                at++;
                candidates.goOn(c);
            }
        }
    }

    /** The patterns that begin with what was read so far. */
    private static final class Candidates {

        private final SecretPattern[] patterns;
        private int low;
        private int high;
        private int depth;

        Candidates(SecretPattern[] patterns) {
            this.patterns = patterns;
            this.high = patterns.length;
        }

        boolean none() {
            return low == high;
        }

        /** Where those end that have been read to their end, -1 if none has. */
        int end(String text, int begin, int at, Encoding encoding) {
            int end = -1;
            for (; low < high && patterns[low].form().length() == depth; low++) {
                end = Math.max(end, patterns[low].end(text, begin, at, encoding));
            }
            return end;
        }

        void goOn(char unit) {
            if (high - low == 1) {
                low = patterns[low].characterAt(depth) == unit ? low : high;
            } else {
                low = first(unit);
                high = first(unit + 1);
            }
            depth++;
        }

        /** The first of those whose next character is not below. */
        private int first(int character) {
            int from = low;
            int to = high;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (patterns[middle].characterAt(depth) < character) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }
    }
}
